import { Buffer } from 'node:buffer';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';

type Compressed = { readonly body: Uint8Array; readonly encoding?: string };

/** Shorter than this, an answer fits one packet anyway. */
const worthwhile = 1024;
/** Of eleven: pages are made anew each time, so it has to be quick. */
const quality = 4;

/** Text as small as the browser can take it: the gateway compresses nothing, and CloudFront nothing that isn't cached. */
export function compress(text: string | Uint8Array, acceptEncoding: string | undefined): Compressed {
  const bytes = Buffer.from(text);
  if (bytes.byteLength < worthwhile) return { body: bytes };
  const headers = { 'accept-encoding': acceptEncoding ?? '' };
  const accepted = new Negotiator({ headers }).encodings(['br', 'gzip']);
  const encoding = accepted.includes('br') ? 'br' : accepted[0];
  if (encoding === 'br') {
    return { body: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }), encoding };
  }
  return encoding === 'gzip' ? { body: gzipSync(bytes), encoding } : { body: bytes };
}
