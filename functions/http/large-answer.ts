import { Buffer } from 'node:buffer';
import type { As } from '../documents/document-store.ts';
import type { Answer, Event } from './bound.ts';
import { serialised } from './chain.ts';
import type { Deps } from './deps.ts';

const largestAnswer = 4_000_000;

/** An answer as it is; where it is larger than an answer may be, it is put aside, and the answer is a link to it. */
export async function withinLimit(answer: Answer, event: Event, { documents, newId }: Deps): Promise<Answer> {
  const body = serialised(answer.body);
  if (Buffer.byteLength(body) <= largestAnswer) return { ...answer, body };
  const key = `${event.pathParameters?.['partnershipId'] ?? 'platform'}/${newId()}`;
  const as = savedAs(answer, event);
  await documents.putAside(key, Buffer.from(body), as);
  const { vary } = answer.headers ?? {};
  const location = await documents.linkToAside(key, as);
  return { status: 303, headers: { location, ...(vary === undefined ? {} : { vary }) }, body: undefined };
}

/** Its own name where the answer has one; else the last of its address. */
function savedAs({ headers = {} }: Answer, { rawPath }: Event): As {
  const contentType = headers['content-type'] ?? 'application/json';
  const [, named] = /filename="([\w.-]+)"/.exec(headers['content-disposition'] ?? '') ?? [];
  const last = (rawPath.split('/').at(-1) ?? '').replaceAll(/[^\w.-]/g, '-');
  return { contentType, fileName: named ?? (last.includes('.') ? last : `${last}.json`) };
}
