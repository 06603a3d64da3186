import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { DocumentStore } from '../functions/documents/document-store.ts';
import { storageClient } from '../functions/documents/storage-client.ts';
import { startServer } from '../infra/local/server.ts';
import { storageListener, storagePath } from '../infra/local/storage/storage.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'a secret that only tests know' };
const buckets = { archive: 'archive', answers: 'answers' };

export type TestStorage = {
  readonly client: S3Client;
  readonly documents: DocumentStore;
  /** The folder in which the objects are. */
  readonly folder: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The local storage, started when it is first used: most tests never do. */
export function testStorage(now: () => number = Date.now): TestStorage {
  let started: ReturnType<typeof start> | undefined;
  const running = () => {
    started ??= start(now);
    return started;
  };
  const endpoint = async () => ({ url: new URL((await running()).endpoint) });
  const client = storageClient({ region: 'eu-west-2', credentials, endpoint });
  return {
    client,
    documents: new DocumentStore(client, buckets),
    folder: async () => (await running()).folder,
    stop: async () => {
      client.destroy();
      await (await started)?.stop();
    },
  };
}

async function start(now: () => number) {
  const folder = await mkdtemp(join(tmpdir(), 'community-safety-funding-documents-'));
  const server = await startServer(0);
  server.serve(storageListener({ folder, credentials, now }));
  const stop = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, endpoint: `${server.origin}${storagePath}`, stop };
}
