import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startEngine } from '../../../infra/local/dynamodb.ts';
import { dynamodbClient } from '../../../infra/local/dynamodb-client.ts';
import { engineOn, freePort, processesWith, spawnService } from './spawned-service.ts';
import { temporaryFolder } from './temporary-folder.ts';

const table = 'community-safety-funding-records';
const key = { pk: { S: 'a' }, sk: { S: 'b' } };

async function tokenAt(origin: string): Promise<string> {
  const response = await fetch(`${origin}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'ann', groups: [] }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

const untilGone = (folder: string) =>
  vi.waitUntil(async () => (await processesWith(folder)).length === 0, { timeout: 10_000, interval: 50 });

describe('npm start', { timeout: 60_000 }, () => {
  it('says where to go and how to get a token', async () => {
    const { child, running } = spawnService({ DATA_DIR: await temporaryFolder() });
    let output = '';
    child.stdout?.on('data', (text: string) => {
      output += text;
    });

    const origin = await running;

    expect(output).toContain(`${origin}/docs`);
    expect(output).toContain(`curl -s ${origin}/local/token -H 'content-type: application/json' -d '{"subject":`);
    expect(output).toContain('platform-administrator');
  });

  it('serves tokens, the provider and the gateway on one origin', async () => {
    const origin = await spawnService({ DATA_DIR: await temporaryFolder() }).running;

    const provider = await fetch(`${origin}/oidc/.well-known/openid-configuration`);
    const refused = await fetch(`${origin}/v1/partnerships`);

    expect(await tokenAt(origin)).toMatch(/^eyJ/);
    expect(await provider.json()).toMatchObject({ issuer: `${origin}/oidc` });
    expect(refused.status).toBe(401);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops everything at %s, with 0 and without a word', async (signal) => {
    const folder = await temporaryFolder();
    const { child, running, ended } = spawnService({ DATA_DIR: folder });
    const origin = await running;

    child.kill(signal);
    child.kill(signal);

    expect(await ended).toEqual({ code: 0, errors: '' });
    expect(await processesWith(folder)).toEqual([]);
    await expect(fetch(origin)).rejects.toThrow();
  });

  it('stops what it has started so far, when it is asked to while starting', async () => {
    const folder = await temporaryFolder();
    const { child, ended } = spawnService({ DATA_DIR: folder });
    await vi.waitUntil(async () => (await processesWith(folder)).length > 0, { timeout: 10_000, interval: 5 });

    child.kill('SIGINT');

    expect(await ended).toEqual({ code: 0, errors: '' });
    await expect(untilGone(folder)).resolves.toBe(true);
  });

  it('has its data and takes its tokens after a stop and a start', async () => {
    const folder = await temporaryFolder();
    const environment = { DATA_DIR: folder, PORT: String(await freePort()) };
    const first = spawnService(environment);
    const authorization = `Bearer ${await tokenAt(await first.running)}`;
    await (await engineOn(folder)).client.send(new PutItemCommand({ TableName: table, Item: key }));
    first.child.kill('SIGTERM');
    await first.ended;

    const origin = await spawnService(environment).running;

    const { Item } = await (await engineOn(folder)).client.send(new GetItemCommand({ TableName: table, Key: key }));
    const { status } = await fetch(`${origin}/nowhere`, { headers: { authorization } });
    expect(Item).toEqual(key);
    expect(status).not.toBe(401);
  });

  it('leaves no engine behind when it is killed, and starts again with its data', async () => {
    const folder = await temporaryFolder();
    const first = spawnService({ DATA_DIR: folder });
    await first.running;
    await (await engineOn(folder)).client.send(new PutItemCommand({ TableName: table, Item: key }));
    first.child.kill('SIGKILL');
    await first.ended;
    await untilGone(folder);

    await spawnService({ DATA_DIR: folder }).running;

    const { Item } = await (await engineOn(folder)).client.send(new GetItemCommand({ TableName: table, Key: key }));
    expect(Item).toEqual(key);
  });

  it('starts again at once when it was killed together with its engine', async () => {
    const folder = await temporaryFolder();
    const first = spawnService({ DATA_DIR: folder });
    await first.running;
    for (const { pid } of await processesWith(folder)) process.kill(pid, 'SIGKILL');
    first.child.kill('SIGKILL');

    await expect(spawnService({ DATA_DIR: folder }).running).resolves.toMatch(/^http:/);
  });

  it('uses the engine at DYNAMODB_ENDPOINT, and lets it run', async () => {
    const engine = await startEngine({ kind: 'dynoxide' });
    onTestFinished(() => engine.stop());
    const folder = await temporaryFolder();
    const { child, running, ended } = spawnService({ DATA_DIR: folder, DYNAMODB_ENDPOINT: engine.endpoint });
    await running;
    const engines = await processesWith(folder);
    child.kill('SIGTERM');
    await ended;

    const client = dynamodbClient(engine.endpoint);
    onTestFinished(() => client.destroy());
    expect(engines).toEqual([]);
    await expect(client.send(new GetItemCommand({ TableName: table, Key: key }))).resolves.toBeDefined();
  });
});
