import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../../infra/local/keys.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the keys', () => {
  it('are made at the first start, and stay', async () => {
    const folder = await temporaryFolder();

    const first = await readKeys(folder);

    expect(await readKeys(folder)).toEqual(first);
    expect(first.signing).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig', kid: expect.any(String) });
    expect(Buffer.from(first.cursors, 'base64url')).toHaveLength(32);
  });

  it('are different in another folder', async () => {
    const [one, other] = [await readKeys(await temporaryFolder()), await readKeys(await temporaryFolder())];

    expect([one.signing.n === other.signing.n, one.cursors === other.cursors]).toEqual([false, false]);
  });

  it('can be read by their owner alone', async () => {
    const folder = await temporaryFolder();
    await readKeys(folder);

    expect((await stat(join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '{}', '[]'])('are not made anew where the file holds %j, which may be a mistake', async (text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'keys.json'), text);

    await expect(readKeys(folder)).rejects.toThrow(/^The keys in .+ can't be read \(it does not hold keys\): .+\.$/);
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(text);
  });
});
