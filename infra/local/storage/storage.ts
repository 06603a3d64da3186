import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Listener } from '../server.ts';
import { type Credentials, isSignedContent, signatureFault } from '../signature.ts';
import { isPlainKey, objectFolder } from './object-folder.ts';
import { removeOldAnswers } from './old-answers.ts';
import { answerFault } from './storage-fault.ts';

export const storagePath = '/local/storage';

export type StorageParts = {
  readonly folder: string;
  readonly credentials: Credentials;
  /** Tests give their own. */
  readonly now?: () => number;
};

/** The bucket of which the name is ANSWERS_BUCKET here. */
const answers = 'answers';

type Folder = ReturnType<typeof objectFolder>;

/** As much of S3 as the functions use, over a folder: an object is put, or got; and nothing that isn't signed is done. */
export function storageListener({ folder, credentials, now = Date.now }: StorageParts): Listener {
  const objects = objectFolder(folder);
  const tidied = removeOldAnswers(join(folder, answers), now());
  // Whoever needs the folder is told.
  tidied.catch(() => undefined);
  return async (request, response) => {
    const fault = signatureFault(request, { credentials, service: 's3', now });
    if (fault !== undefined) return answerFault(response, fault);
    await tidied;
    const key = keyOf(request);
    if (!isPlainKey(key)) return answerFault(response, 'InvalidRequest');
    if (request.method === 'PUT') return put(objects, key, request, response);
    if (request.method === 'GET' || request.method === 'HEAD') return get(objects, key, request, response);
    return answerFault(response, 'MethodNotAllowed');
  };
}

/** Bucket and key, as they were sent: nothing in a plain key is ever encoded. */
const keyOf = ({ url = '' }: IncomingMessage): string => (url.split('?')[0] ?? '').slice(storagePath.length + 1);

async function put(objects: Folder, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { 'if-none-match': condition } = request.headers;
  // Nothing else makes sense of what isn't there.
  if (condition !== undefined && condition !== '*') return answerFault(response, 'InvalidRequest');
  const received = await objects.receive(request);
  if (!isAsSaid(request, received.sha256)) {
    await received.discard();
    return answerFault(response, 'BadDigest');
  }
  const isPlaced = await received.place(key, condition === '*');
  if (!isPlaced) return answerFault(response, 'PreconditionFailed');
  response.writeHead(200, { etag: `"${received.sha256.toString('hex')}"` }).end();
}

/** Whether the content is what its checksum says, and what was signed. */
function isAsSaid(request: IncomingMessage, sha256: Buffer): boolean {
  const { 'x-amz-checksum-sha256': checksum } = request.headers;
  return (checksum === undefined || checksum === sha256.toString('base64')) && isSignedContent(request, sha256);
}

async function get(objects: Folder, key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const length = await objects.length(key);
  if (length === undefined) return answerFault(response, 'NoSuchKey');
  const query = new URLSearchParams((request.url ?? '').split('?')[1]);
  const disposition = query.get('response-content-disposition');
  response.writeHead(200, {
    'content-length': length,
    'content-type': query.get('response-content-type') ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    ...(disposition === null ? {} : { 'content-disposition': disposition }),
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(objects.read(key), response);
}
