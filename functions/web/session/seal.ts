import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** A random id that cannot be guessed: 256 bits. */
export const randomId = (): string => randomBytes(32).toString('base64url');

/** Under what a thing is kept whose id is a secret: who reads the table learns no id. */
export const hashedId = (id: string): string => createHash('sha256').update(id).digest('hex');

/**
 * Encrypts with a key made of the service's own and of an id that only a browser's cookie holds, so that neither who
 * reads the table nor who knows the service's key alone can open it.
 */
export function seal(value: unknown, serviceKey: string, id: string): string {
  const iv = randomBytes(ivBytes);
  const encryption = createCipheriv(cipher, keyOf(serviceKey, id), iv);
  // A bank file of a thousand lines fits one item of the table only when it is packed.
  const packed = deflateRawSync(JSON.stringify(value));
  const sealed = Buffer.concat([encryption.update(packed), encryption.final()]);
  return Buffer.concat([iv, encryption.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed; nothing where it was sealed with another key, or changed since. */
export function unseal(text: string, serviceKey: string, id: string): unknown {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.byteLength < ivBytes + tagBytes) return undefined;
  const decryption = createDecipheriv(cipher, keyOf(serviceKey, id), bytes.subarray(0, ivBytes));
  decryption.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const opened = Buffer.concat([decryption.update(bytes.subarray(ivBytes + tagBytes)), decryption.final()]);
    return JSON.parse(inflateRawSync(opened).toString('utf8'));
  } catch {
    return undefined;
  }
}

const keyOf = (serviceKey: string, id: string): Buffer =>
  Buffer.from(hkdfSync('sha256', serviceKey, id, 'community-safety-funding pages', 32));
