import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { DocumentStore } from '../../../functions/documents/document-store.ts';
import { failureOf } from '../../../functions/store/failure.ts';
import { temporaryFolder } from '../../infra/local/temporary-folder.ts';
import { testStorage } from '../../test-storage.ts';

const minute = 60_000;
const pdf = { contentType: 'application/pdf', fileName: 'maldon-statement-2017-18-v1.pdf' };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let ahead = 0;
const { client, documents, folder, stop } = testStorage(() => Date.now() + ahead);
afterAll(stop);
afterEach(() => {
  vi.restoreAllMocks();
});

/** What stands at a later moment, without waiting for it. */
async function later<T>(milliseconds: number, look: () => Promise<T>): Promise<T> {
  ahead = milliseconds;
  try {
    return await look();
  } finally {
    ahead = 0;
  }
}

const altered = (link: string, parameter: string, value: string): string => {
  const url = new URL(link);
  url.searchParams.set(parameter, value);
  return url.href;
};

describe('what is kept', () => {
  it('is given back byte for byte under its hash', async () => {
    const bytes = randomBytes(100_000);

    const hash = await documents.keep(bytes, 'application/pdf');

    expect(hash).toBe(sha256(bytes));
    expect((await documents.kept(hash)).equals(bytes)).toBe(true);
  });

  it('may be nothing', async () => {
    expect(await documents.kept(await documents.keep(new Uint8Array(), 'text/plain'))).toHaveLength(0);
  });

  it('is kept once, however often and by however many at once', async () => {
    const bytes = randomBytes(1000);

    const hashes = await Promise.all(Array.from({ length: 20 }, () => documents.keep(bytes, 'text/plain')));

    expect(new Set([...hashes, await documents.keep(bytes, 'text/plain')])).toEqual(new Set([sha256(bytes)]));
    expect((await readdir(join(await folder(), 'archive'))).filter((name) => name === sha256(bytes))).toHaveLength(1);
    expect(await readdir(join(await folder(), '.incoming'))).toEqual([]);
  });

  it('is not written over by a put that says so as ours do', async () => {
    const hash = await documents.keep(Buffer.from('the first'), 'text/plain');
    const over = new PutObjectCommand({ Bucket: 'archive', Key: hash, Body: 'the second', IfNoneMatch: '*' });

    await expect(client.send(over)).rejects.toMatchObject({ name: 'PreconditionFailed' });

    expect((await documents.kept(hash)).toString()).toBe('the first');
  });

  it('is refused where a byte was changed, or cut off, or added', async () => {
    const bytes = randomBytes(1000);
    const hash = await documents.keep(bytes, 'text/plain');
    const path = join(await folder(), 'archive', hash);

    for (const other of [Buffer.concat([bytes, Buffer.of(0)]), bytes.subarray(1), Buffer.of()]) {
      await writeFile(path, other);
      await expect(documents.kept(hash)).rejects.toThrow('is not what was put there');
    }
    const [first = 0, ...rest] = bytes;
    await writeFile(path, Buffer.from([first ^ 1, ...rest]));
    await expect(documents.kept(hash)).rejects.toThrow('is not what was put there');
    await writeFile(path, bytes);
    expect(await documents.kept(hash)).toHaveLength(1000);
  });

  it('is a fault where it is gone', async () => {
    const hash = await documents.keep(randomBytes(10), 'text/plain');
    await rm(join(await folder(), 'archive', hash));

    const error = await documents.kept(hash).catch((cause: unknown) => cause);

    expect(error).toMatchObject({ name: 'NoSuchKey' });
    expect(failureOf(error)).toBe('fault');
  });
});

describe('what is put aside', () => {
  it('is got by a link, as what it is', async () => {
    const bytes = randomBytes(1_000_000);
    await documents.putAside('maldon/one', bytes, pdf);

    const response = await fetch(await documents.linkToAside('maldon/one', pdf));

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${pdf.fileName}"`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('may be a file, which is sent as it is read', async () => {
    const path = join(await temporaryFolder(), 'pack.zip');
    const bytes = randomBytes(9_000_000);
    await writeFile(path, bytes);
    const as = { contentType: 'application/zip', fileName: 'pack.zip' };

    await documents.putAside('maldon/pack', { path, bytes: bytes.byteLength, sha256: sha256(bytes) }, as);

    const response = await fetch(await documents.linkToAside('maldon/pack', as));
    expect(sha256(Buffer.from(await response.arrayBuffer()))).toBe(sha256(bytes));
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('is refused where the file is not what was said', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(); // the SDK says that it can't send a file again
    const path = join(await temporaryFolder(), 'pack.zip');
    await writeFile(path, 'one thing');
    const said = { path, bytes: 9, sha256: sha256(Buffer.from('other one')) };

    await expect(documents.putAside('maldon/wrong', said, pdf)).rejects.toMatchObject({ name: 'BadDigest' });

    expect((await fetch(await documents.linkToAside('maldon/wrong', pdf))).status).toBe(404);
  });

  it('fails, and does nothing worse, where there is no such file', async () => {
    const path = join(await temporaryFolder(), 'nothing.zip');

    await expect(documents.putAside('maldon/none', { path, bytes: 1, sha256: '00' }, pdf)).rejects.toThrow('ENOENT');
  });

  it('replaces what was put aside there before', async () => {
    await documents.putAside('maldon/again', Buffer.from('first'), pdf);
    await documents.putAside('maldon/again', Buffer.from('second'), pdf);

    expect(await (await fetch(await documents.linkToAside('maldon/again', pdf))).text()).toBe('second');
  });
});

describe('a link', () => {
  const linkTo = async (key: string, text: string): Promise<string> => {
    await documents.putAside(key, Buffer.from(text), pdf);
    return documents.linkToAside(key, pdf);
  };
  const linkToSomething = () => linkTo('maldon/something', 'something');

  it('is good for five minutes', async () => {
    const link = await linkToSomething();
    const statusAfter = (milliseconds: number) => later(milliseconds, async () => (await fetch(link)).status);

    expect(await statusAfter(0)).toBe(200);
    expect(await statusAfter(5 * minute - 2000)).toBe(200);
    expect(await statusAfter(5 * minute)).toBe(403);
    expect(await statusAfter(24 * 60 * minute)).toBe(403);
  });

  it('is of no use before it was made', async () => {
    const link = await linkToSomething();

    expect(await later(-20 * minute, async () => (await fetch(link)).status)).toBe(403);
  });

  it('is to one thing alone', async () => {
    const link = await linkToSomething();
    await linkTo('maldon/other', 'something else');

    const response = await fetch(link.replace('maldon/something', 'maldon/other'));

    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it.each([
    ['X-Amz-Signature', 'a'.repeat(64)],
    ['X-Amz-Signature', ''],
    ['X-Amz-Expires', '86400'],
    ['X-Amz-Date', '20300101T000000Z'],
    ['X-Amz-Credential', 'test/20171006/eu-west-2/s3/aws4_request'],
    ['X-Amz-SignedHeaders', ''],
    ['response-content-type', 'text/html'],
    ['response-content-disposition', 'inline'],
    ['more', 'than was signed'],
  ])('is refused with another %s (%s)', async (parameter, value) => {
    const response = await fetch(altered(await linkToSomething(), parameter, value));

    expect(response.status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'POST'])('lets nobody %s', async (method) => {
    const link = await linkToSomething();

    expect((await fetch(link, { method, body: 'another thing' })).status).toBe(403);
    expect(await (await fetch(link)).text()).toBe('something');
  });

  it('works beside a token that a client sends everywhere', async () => {
    const response = await fetch(await linkToSomething(), { headers: { authorization: 'Bearer eyJ' } });

    expect(await response.text()).toBe('something');
  });

  it('is only made where there is a bucket', async () => {
    const without = new DocumentStore(client, {
      archive: 'archive',
      get answers(): string {
        throw new Error('this function has no ANSWERS_BUCKET');
      },
    });

    await expect(async () => without.linkToAside('maldon/one', pdf)).rejects.toThrow(
      'this function has no ANSWERS_BUCKET',
    );
    await expect(without.keep(Buffer.from('something'), 'text/plain')).resolves.toMatch(/^[0-9a-f]{64}$/);
  });
});
