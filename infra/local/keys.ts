import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { reason, StartFailure } from './start-failure.ts';

const SigningKey = z.object({
  kty: z.literal('RSA'),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  ...{ kid: z.string(), n: z.string(), e: z.string() },
  ...{ d: z.string(), p: z.string(), q: z.string(), dp: z.string(), dq: z.string(), qi: z.string() },
});
export type SigningKey = z.infer<typeof SigningKey>;

const Keys = z.object({ signing: SigningKey, cookies: z.string(), cursors: z.string() });
export type Keys = z.infer<typeof Keys>;

/** The keys kept in the data folder, so that tokens and cursors outlive a restart; made at the first start. */
export async function readKeys(folder: string): Promise<Keys> {
  const path = join(folder, 'keys.json');
  try {
    return Keys.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return makeKeys(path);
    const why = cause instanceof z.ZodError || cause instanceof SyntaxError ? 'it does not hold keys' : reason(cause);
    throw new StartFailure(`The keys in ${path} can't be read (${why}): delete the file, and new ones are made.`, {
      cause,
    });
  }
}

/** Written aside and renamed, because half a file would stop every later start. */
async function makeKeys(path: string): Promise<Keys> {
  const keys = { signing: await makeSigningKey(), cookies: randomText(), cursors: randomText() };
  await writeFile(`${path}.new`, JSON.stringify(keys), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return keys;
}

export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = await exportJWK(privateKey);
  return SigningKey.parse({ ...key, kid: await calculateJwkThumbprint(key), alg: 'RS256', use: 'sig' });
}

function randomText(): string {
  return randomBytes(32).toString('base64url');
}
