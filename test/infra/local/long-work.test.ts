import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startEngine } from '../../../infra/local/dynamodb.ts';
import { dynamodbClient } from '../../../infra/local/dynamodb-client.ts';
import { spawnService } from './spawned-service.ts';
import { temporaryFolder } from './temporary-folder.ts';

const table = 'community-safety-funding-records';
const administrator = ['platform:administrator'];
const auditor = ['maldon:auditor'];
const council = { id: 'council', name: 'Council' };

async function tokenAt(origin: string, groups: readonly string[]): Promise<string> {
  const response = await fetch(`${origin}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'ann', groups }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** The service on an engine whose records can be put past it, with the environment of somebody who uses AWS. */
async function serviceOfSomebody() {
  const engine = await startEngine({ kind: 'dynoxide' });
  onTestFinished(() => engine.stop());
  const folder = await temporaryFolder();
  const { running } = spawnService({
    DATA_DIR: folder,
    DYNAMODB_ENDPOINT: engine.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIDOFSOMEBODY',
    AWS_SECRET_ACCESS_KEY: 'the secret of somebody',
    AWS_SESSION_TOKEN: 'a session',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:9',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
  });
  const client = dynamodbClient(engine.endpoint);
  onTestFinished(() => client.destroy());
  return { origin: await running, folder, client: DynamoDBDocumentClient.from(client) };
}

async function callAt(origin: string, path: string, groups: readonly string[], body?: object): Promise<Response> {
  const authorization = `Bearer ${await tokenAt(origin, groups)}`;
  const sent = { 'content-type': 'application/json', 'idempotency-key': path };
  return fetch(new URL(path, origin), {
    redirect: 'manual',
    ...(body === undefined
      ? { headers: { authorization } }
      : { method: 'POST', headers: { authorization, ...sent }, body: JSON.stringify(body) }),
  });
}

describe('long work on one machine', { timeout: 60_000 }, () => {
  it('is done by the worker, told of through the service itself, and fetched by a link', async () => {
    const { origin, folder, client } = await serviceOfSomebody();
    await callAt(origin, '/v1/partnerships', administrator, {
      id: 'maldon',
      name: 'Maldon Community Safety Partnership',
      hostAuthority: council,
      responsibleAuthorities: [council],
      quorum: 1,
    });
    // A head so far on that verification is too long for an answer; what is behind it isn't there.
    const head = { sequence: 30_000, hash: '0'.repeat(64), recordedAt: '2017-10-06T12:00:00.000Z' };
    await client.send(new PutCommand({ TableName: table, Item: { pk: 'P#maldon', sk: 'HEAD', head } }));

    const accepted = await callAt(origin, '/v1/partnerships/maldon/audit/verification', auditor);
    const { link } = await vi.waitUntil(
      async () => {
        const job = await callAt(origin, accepted.headers.get('location') ?? '', auditor);
        const body = (await job.json()) as { status: string; link?: string };
        return body.status === 'running' ? undefined : body;
      },
      { timeout: 30_000, interval: 100 },
    );

    expect(accepted.status).toBe(202);
    expect(link?.startsWith(`${origin}/local/storage/answers/maldon/jobs/`)).toBe(true);
    const report = await fetch(link ?? '');
    expect(await report.json()).toMatchObject({ entries: 1, chainValid: false, head: { sequence: 30_000 } });
    expect(await readdir(join(folder, 'documents', 'answers', 'maldon', 'jobs'))).toHaveLength(1);
    expect((await fetch((link ?? '').split('?')[0] ?? '')).status).toBe(403);
  });

  it('is nobody’s to start but the service’s', async () => {
    const { running } = spawnService({ DATA_DIR: await temporaryFolder() });
    const origin = await running;

    const invoked = await fetch(`${origin}/local/lambda/2015-03-31/functions/worker/invocations`, {
      method: 'POST',
      headers: { 'x-amz-invocation-type': 'Event', authorization: `Bearer ${await tokenAt(origin, administrator)}` },
      body: '{}',
    });

    expect(invoked.status).toBe(403);
  });
});
