import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody } from '../gateway/request-body.ts';
import { mintAccessToken } from './access-token.ts';
import { type Issuer, tokenSeconds } from './issuer.ts';
import { isFromOwnOrigin } from './own-origin.ts';
import { answerProblem, type Problem, problems } from './problem.ts';

export const localTokenPath = '/local/token';

const maximumBytes = 64 * 1024;

const TokenRequest = z.strictObject({
  subject: z.string().min(1).max(255),
  name: z.string().min(1).max(200).optional(),
  groups: z.array(z.string().min(1).max(200)).max(50),
});
type TokenRequest = z.infer<typeof TokenRequest>;

/** `POST /local/token`: a token for anyone who asks, which is why it exists on this machine alone. */
export async function answerLocalToken(
  request: IncomingMessage,
  response: ServerResponse,
  issuer: Issuer,
): Promise<void> {
  const asked = await readTokenRequest(request, issuer.origin);
  if ('status' in asked) return answerProblem(response, asked);
  const access_token = await mintAccessToken(issuer, asked);
  const answer = { access_token, token_type: 'Bearer', expires_in: tokenSeconds };
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(answer));
}

async function readTokenRequest(request: IncomingMessage, origin: string): Promise<TokenRequest | Problem> {
  if (request.method !== 'POST') return problems.methodNotAllowed;
  if (!isFromOwnOrigin(request, origin)) return problems.notFromHere;
  const body = await readBody(request, maximumBytes);
  if (body === undefined) return problems.tooLong;
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) return problems.notJson;
  const json = parseJson(body);
  if (json === undefined) return problems.invalid([{ pointer: '', detail: 'is not JSON' }]);
  const asked = TokenRequest.safeParse(json);
  return asked.success ? asked.data : problems.invalid(asked.error.issues.flatMap(errorsOf));
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function errorsOf(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return paths.map((path) => ({ pointer: path.map(pointerStep).join(''), detail: issue.message }));
}

/** RFC 6901. */
function pointerStep(step: PropertyKey): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
