import { ApiProblem } from '../api/api-problem.ts';
import { type PageAnswer, redirect } from '../http/page-answer.ts';

/** A file of the API under the name that it has there; what is too long for one answer is fetched from where it lies. */
export async function handedOn(response: Response, otherwise: string): Promise<PageAnswer> {
  const { status, headers } = response;
  const location = headers.get('location');
  if (status === 303 && location !== null) return redirect(location);
  if (status !== 200) throw new ApiProblem(status, await response.json().catch(() => undefined));
  const [, fileName = otherwise] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  const contentType = headers.get('content-type') ?? 'application/octet-stream';
  return { kind: 'file', contentType, fileName, body: await response.bytes() };
}
