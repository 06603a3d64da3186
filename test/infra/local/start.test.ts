import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startEngine } from '../../../infra/local/dynamodb.ts';
import { dynamodbClient } from '../../../infra/local/dynamodb-client.ts';
import { freePort, processesWith, spawnService } from './spawned-service.ts';
import { temporaryFolder } from './temporary-folder.ts';

const table = 'community-safety-funding-records';
const key = { pk: { S: 'a' }, sk: { S: 'b' } };

/** The engine that runs on a data folder: neither its guard nor the service, which name it too. */
async function engineOn(folder: string) {
  const processes = await processesWith(folder);
  const engine = processes.find(({ command }) => /^\S*(dynoxide|java) /.test(command));
  const port = /-port (\d+)/.exec(engine?.command ?? '')?.[1];
  const client = dynamodbClient(`http://127.0.0.1:${port}`);
  onTestFinished(() => client.destroy());
  return { pid: engine?.pid ?? 0, client };
}

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

describe('npm start ends with 1 and one sentence', { timeout: 60_000 }, () => {
  const oneSentence = (text: string) => expect.stringMatching(new RegExp(`^[^\\n]*${text}[^\\n]*\\.\\n$`));

  it('when its port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const PORT = String((server.address() as AddressInfo).port);

    const { ended } = spawnService({ DATA_DIR: await temporaryFolder(), PORT });

    expect(await ended).toEqual({ code: 1, errors: oneSentence(`Port ${PORT} is in use`) });
  });

  it('when a setting is malformed', async () => {
    const { ended } = spawnService({ DATA_DIR: await temporaryFolder(), PORT: 'http' });

    expect(await ended).toEqual({ code: 1, errors: oneSentence('PORT must be ') });
  });

  it('when its data folder is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');

    expect(await spawnService({ DATA_DIR: file }).ended).toEqual({ code: 1, errors: oneSentence("can't be used") });
  });

  it("when its data folder can't be made", async () => {
    const { ended } = spawnService({ DATA_DIR: '/dev/null/data' });

    expect(await ended).toEqual({ code: 1, errors: oneSentence("/dev/null/data can't be used") });
  });

  it('when another instance uses its data folder', async () => {
    const folder = await temporaryFolder();
    const other = spawnService({ DATA_DIR: folder });
    await other.running;

    const { ended } = spawnService({ DATA_DIR: folder });

    expect(await ended).toEqual({ code: 1, errors: oneSentence(`in use by .+ \\(process ${other.child.pid}\\)`) });
  });

  it('when its database is broken, which it leaves as it is', async () => {
    const folder = await temporaryFolder();
    const database = join(folder, 'dynoxide', 'tables.db');
    await mkdir(join(folder, 'dynoxide'));
    await writeFile(database, 'no database');

    const { ended } = spawnService({ DATA_DIR: folder });

    expect(await ended).toEqual({ code: 1, errors: oneSentence("can't open its database") });
    expect(await readFile(database, 'utf8')).toBe('no database');
    expect(await processesWith(folder)).toEqual([]);
  });

  it('when its keys are broken', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'keys.json'), '{}');

    expect(await spawnService({ DATA_DIR: folder }).ended).toEqual({ code: 1, errors: oneSentence("can't be read") });
  });

  it('when nothing answers at DYNAMODB_ENDPOINT', async () => {
    const DYNAMODB_ENDPOINT = `http://127.0.0.1:${await freePort()}`;

    const { ended } = spawnService({ DATA_DIR: await temporaryFolder(), DYNAMODB_ENDPOINT });

    expect(await ended).toEqual({ code: 1, errors: oneSentence(`Nothing answers at .+${DYNAMODB_ENDPOINT}`) });
  });

  it('when something else answers at DYNAMODB_ENDPOINT', async () => {
    const server = createServer((_, response) => response.writeHead(404).end('no')).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const DYNAMODB_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const { ended } = spawnService({ DATA_DIR: await temporaryFolder(), DYNAMODB_ENDPOINT });

    expect(await ended).toEqual({ code: 1, errors: oneSentence("doesn't answer as DynamoDB does") });
  });

  it('when its engine dies while it runs', async () => {
    const folder = await temporaryFolder();
    const { running, ended } = spawnService({ DATA_DIR: folder });
    await running;

    process.kill((await engineOn(folder)).pid, 'SIGKILL');

    expect(await ended).toEqual({ code: 1, errors: oneSentence('engine stopped by itself') });
  });

  it('when the guard of its engine is killed, which leaves no engine behind', async () => {
    const folder = await temporaryFolder();
    const { running, ended } = spawnService({ DATA_DIR: folder });
    await running;
    const guard = (await processesWith(folder)).find(({ command }) => command.includes('guard.ts'));

    process.kill(guard?.pid ?? 0, 'SIGKILL');

    expect(await ended).toEqual({ code: 1, errors: oneSentence('engine stopped by itself') });
    expect(await processesWith(folder)).toEqual([]);
  });
});
