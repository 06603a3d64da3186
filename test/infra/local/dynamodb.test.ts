import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeTableCommand, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tables } from '../../../functions/store/tables.ts';
import { createTables, tableEnvironment } from '../../../infra/local/create-tables.ts';
import { type EngineKind, engineAvailability, startEngine } from '../../../infra/local/dynamodb.ts';
import { answers, dynamodbClient } from '../../../infra/local/dynamodb-client.ts';
import { findDynamodbLocal } from '../../../infra/local/engine/dynamodb-local.ts';
import { findDynoxide } from '../../../infra/local/engine/dynoxide.ts';
import { temporaryFolder } from './temporary-folder.ts';

const kinds: readonly EngineKind[] = ['dynoxide', 'dynamodb-local'];
const availabilities = await Promise.all(kinds.map((kind) => engineAvailability(kind)));
const here = kinds.map((kind, index) => ({ kind, availability: availabilities[index] }));
const key = { pk: { S: 'a' }, sk: { S: 'b' } };

async function runningEngine(kind: EngineKind, dataDirectory?: string) {
  const engine = await startEngine({ kind, ...(dataDirectory === undefined ? {} : { dataDirectory }) });
  onTestFinished(() => engine.stop());
  const client = dynamodbClient(engine.endpoint);
  onTestFinished(() => client.destroy());
  return { engine, client };
}

describe.each(here)('the engine $kind', { timeout: 60_000 }, ({ kind, availability }) => {
  const unavailable = availability?.isAvailable ? undefined : availability?.why;
  const titled = (title: string) => (unavailable === undefined ? title : `${title} (skipped: ${unavailable})`);
  const when = it.runIf(unavailable === undefined);

  when(titled('has in memory the tables of the one definition, made once'), async () => {
    const { engine, client } = await runningEngine(kind);

    const names = await createTables(engine.endpoint);
    const again = await createTables(engine.endpoint);

    const { TableNames } = await client.send(new ListTablesCommand({}));
    const { Table } = await client.send(new DescribeTableCommand({ TableName: names.journal }));
    expect(Object.keys(names)).toEqual(Object.keys(tables));
    expect(again).toEqual(names);
    expect(TableNames?.toSorted()).toEqual(Object.values(names).toSorted());
    expect(Table?.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
  });

  when(titled('keeps its data over a stop and a start'), async () => {
    const folder = await temporaryFolder();
    const first = await runningEngine(kind, folder);
    const { records } = await createTables(first.engine.endpoint);
    await first.client.send(new PutItemCommand({ TableName: records, Item: { ...key, money: { S: '12527.00' } } }));
    await first.engine.stop();
    const isStillThere = await answers(first.engine.endpoint);

    const second = await runningEngine(kind, folder);

    const { Item } = await second.client.send(new GetItemCommand({ TableName: records, Key: key }));
    expect(isStillThere).toBe(false);
    expect(Item?.['money']).toEqual({ S: '12527.00' });
  });

  when(titled('says in one sentence that its database is broken'), async () => {
    const folder = await temporaryFolder();
    const file = kind === 'dynoxide' ? 'tables.db' : 'shared-local-instance.db';
    await mkdir(join(folder, kind));
    await writeFile(join(folder, kind, file), 'no database '.repeat(1000));

    const start = startEngine({ kind, dataDirectory: folder });

    await expect(start).rejects.toThrow(/^(Dynoxide|DynamoDB Local) can't open its database in .+: .+\.$/);
  });
});

describe('the tables', () => {
  it('may have other names, for a test of their own', async () => {
    const { engine, client } = await runningEngine(availabilities[0]?.isAvailable ? 'dynoxide' : 'dynamodb-local');

    const names = await createTables(engine.endpoint, {
      records: 'mine',
      journal: 'yours',
      events: 'ours',
      sessions: 'theirs',
    });

    expect(names).toEqual({ records: 'mine', journal: 'yours', events: 'ours', sessions: 'theirs' });
    expect((await client.send(new ListTablesCommand({}))).TableNames?.toSorted()).toEqual([
      'mine',
      'ours',
      'theirs',
      'yours',
    ]);
  });

  it('are found by the variables of the one definition', () => {
    expect(tableEnvironment({ records: 'mine', journal: 'yours', events: 'ours', sessions: 'theirs' })).toEqual({
      RECORDS_TABLE: 'mine',
      JOURNAL_TABLE: 'yours',
      EVENTS_TABLE: 'ours',
      SESSIONS_TABLE: 'theirs',
    });
  });
});

describe('an engine that is not available', () => {
  it('says so for a platform without a package', () => {
    expect(findDynoxide('plan9-mips')).toEqual({
      isAvailable: false,
      why: 'Dynoxide has no package here for plan9-mips',
    });
  });

  it('says so where there is no Java', async () => {
    expect(await findDynamodbLocal('/nowhere/java')).toEqual({
      isAvailable: false,
      why: "DynamoDB Local can't run: it needs Java 17 or later, and there is no Java here",
    });
  });

  it.each([
    ['1.8.0_392', 8],
    ['11.0.22', 11],
  ])('says so where Java is %s', async (version, major) => {
    const java = join(await temporaryFolder(), 'java');
    await writeFile(java, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`, { mode: 0o755 });

    expect(await findDynamodbLocal(java)).toEqual({
      isAvailable: false,
      why: `DynamoDB Local can't run: it needs Java 17 or later, and this is Java ${major}`,
    });
  });
});
