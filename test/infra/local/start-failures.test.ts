import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { engineOn, freePort, processesWith, spawnService } from './spawned-service.ts';
import { temporaryFolder } from './temporary-folder.ts';

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
