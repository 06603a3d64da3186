import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { storageClient } from '../../../functions/documents/storage-client.ts';
import { startServer } from '../../../infra/local/server.ts';
import { storageListener, storagePath } from '../../../infra/local/storage/storage.ts';
import { sendRaw } from './running-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const credentials = { accessKeyId: 'somebody', secretAccessKey: 'secret' };

/** A storage of its own for one test, and a client with these keys. */
async function storage({ keys = credentials, now = Date.now, in: given = '' } = {}) {
  const folder = given === '' ? join(await temporaryFolder(), 'documents') : given;
  const server = await startServer(0);
  onTestFinished(() => server.close());
  server.serve(storageListener({ folder, credentials, now }));
  const endpoint = `${server.origin}${storagePath}`;
  const client = storageClient({ endpoint, region: 'eu-west-2', credentials: keys, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return { folder, endpoint, client, origin: server.origin };
}

const text = { Bucket: 'archive', Key: 'a/b', Body: 'text' };
const refused = (name: string) => ({ name, $metadata: { httpStatusCode: 403 } });

describe('the storage of one machine', () => {
  it('keeps an object as a file, for this user alone', async () => {
    const { folder, client } = await storage();

    await client.send(new PutObjectCommand(text));

    expect(await readFile(join(folder, 'archive', 'a', 'b'), 'utf8')).toBe('text');
  });

  it('tells how long an object is, and that there is none', async () => {
    const { client } = await storage();
    await client.send(new PutObjectCommand(text));

    expect(await client.send(new HeadObjectCommand(text))).toMatchObject({ ContentLength: 4 });
    await expect(client.send(new HeadObjectCommand({ ...text, Key: 'a' }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
    await expect(client.send(new GetObjectCommand({ ...text, Key: 'other' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('lets nobody delete', async () => {
    const { client } = await storage();
    await client.send(new PutObjectCommand(text));

    await expect(client.send(new DeleteObjectCommand(text))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 405 },
    });
    expect(await client.send(new HeadObjectCommand(text))).toMatchObject({ ContentLength: 4 });
  });

  it.each([
    ['another secret', { ...credentials, secretAccessKey: 'guessed' }, 'SignatureDoesNotMatch'],
    ['another name', { ...credentials, accessKeyId: 'nobody' }, 'AccessDenied'],
  ])('serves nobody with %s', async (_, keys, code) => {
    const { client, folder } = await storage({ keys });

    await expect(client.send(new PutObjectCommand(text))).rejects.toMatchObject(refused(code));
    await expect(client.send(new GetObjectCommand(text))).rejects.toMatchObject(refused(code));
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('serves nobody who has signed for another time', async () => {
    const { client } = await storage({ now: () => Date.now() + 16 * 60_000 });

    await expect(client.send(new PutObjectCommand(text))).rejects.toMatchObject(refused('RequestTimeTooSkewed'));
  });

  it.each(['GET', 'PUT', 'HEAD', 'DELETE', 'POST'])('answers 403 to a %s without a signature', async (method) => {
    const { endpoint } = await storage();
    const body = method === 'PUT' ? 'text' : null;

    expect((await fetch(`${endpoint}/archive/a`, { method, body })).status).toBe(403);
  });

  it('takes no link that is not for this very server', async () => {
    const { client } = await storage();
    await client.send(new PutObjectCommand(text));
    const linkWithout = (...names: string[]) =>
      getSignedUrl(client, new GetObjectCommand(text), { unsignableHeaders: new Set(names) });

    expect((await fetch(await linkWithout())).status).toBe(200);
    expect(await (await fetch(await linkWithout('host'))).text()).toContain('<Code>AccessDenied</Code>');
  });

  it('takes nothing but what was signed', async () => {
    const { client, folder } = await storage();
    const other = new PutObjectCommand(text);
    other.middlewareStack.add(
      (next) => async (args) => {
        (args.request as { body: string }).body = 'tool';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );

    await expect(client.send(other)).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(readdir(join(folder, 'archive'))).rejects.toThrow('ENOENT');
  });

  it.each(['../keys.json', 'a/../../keys.json', '.incoming/a', 'a//b', '..%2fkeys.json', 'a\\..\\..\\keys.json', '.'])(
    'has no object outside its folder (%s)',
    async (Key) => {
      const { client, folder, endpoint, origin } = await storage();
      await mkdir(folder);
      await writeFile(join(folder, '..', 'keys.json'), 'secrets');

      await expect(client.send(new GetObjectCommand({ Bucket: 'archive', Key }))).rejects.toThrow();
      await expect(client.send(new PutObjectCommand({ ...text, Key }))).rejects.toThrow();
      const raw = `GET ${new URL(endpoint).pathname}/archive/${Key} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
      expect(await sendRaw(origin, raw)).not.toContain('secrets');

      expect(await readdir(folder)).toEqual([]);
      expect(await readFile(join(folder, '..', 'keys.json'), 'utf8')).toBe('secrets');
    },
  );

  it('starts without the answers that are older than a day, and with all else', async () => {
    const folder = join(await temporaryFolder(), 'documents');
    const day = 24 * 60 * 60;
    for (const [bucket, name, age] of [
      ['answers', 'old', day + 60],
      ['answers', 'young', day - 60],
      ['archive', 'old', 1000 * day],
    ] as const) {
      const path = join(folder, bucket, 'maldon', name);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, 'text');
      await utimes(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
    }

    const { client } = await storage({ in: folder });

    const got = (Bucket: string, Key: string) => client.send(new GetObjectCommand({ Bucket, Key }));
    await expect(got('answers', 'maldon/old')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(got('answers', 'maldon/young')).resolves.toMatchObject({ ContentLength: 4 });
    await expect(got('archive', 'maldon/old')).resolves.toMatchObject({ ContentLength: 4 });
    expect(await readdir(join(folder, 'answers', 'maldon'))).toEqual(['young']);
  });

  it('keeps nothing of what broke off', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(); // the SDK says that it can't send a stream again
    onTestFinished(() => void vi.restoreAllMocks());
    const { client, folder } = await storage();
    const half = new PutObjectCommand({
      ...text,
      ContentLength: 1000,
      Body: new ReadableStream({
        start: (controller) => {
          controller.enqueue(Buffer.from('half'));
          controller.error(new Error('broken'));
        },
      }),
    });

    await expect(client.send(half)).rejects.toThrow();

    await expect.poll(() => readdir(join(folder, '.incoming')).catch(() => [])).toEqual([]);
    await expect(readdir(join(folder, 'archive'))).rejects.toThrow('ENOENT');
  });
});
