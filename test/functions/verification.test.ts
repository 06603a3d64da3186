import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText, digest } from '../../functions/store/digest.ts';
import type { TableName } from '../../functions/store/tables.ts';
import { type Api, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';
import { type StoredItem, storedItems } from './stored.ts';
import { fillWithEverything } from './varied-ledger.ts';
import { leavesOf, type Path, pointerTo, withValue } from './wrong-values.ts';

/** How many entries the ledger has; `it.each` has to know before it is made. */
const entryCount = 30;
const sequences = Array.from({ length: entryCount }, (_, place) => place + 1);

type Report = { chainValid: boolean; balancesMatch: boolean; discrepancies: { sequence?: number; record?: string }[] };

/** Another character of the same sort in the middle of a text; another number. */
function altered(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  const at = Math.floor(text.length / 2);
  const found = text.slice(at, at + 1);
  const other = /\d/.test(found) ? (Number(found) + 1) % 10 : found === 'a' ? 'b' : 'a';
  return text.slice(0, at) + other + text.slice(at + 1);
}

const alterations = (value: unknown): Path[] =>
  leavesOf(value).flatMap(({ path, value: leaf }) => (['string', 'number'].includes(typeof leaf) ? [path] : []));

const leafAt = (value: unknown, path: Path): unknown =>
  path.reduce((found, part) => (found as Record<string | number, unknown>)[part], value);

describe('verification', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  let entries: StoredItem[];
  let records: StoredItem[];
  let head: StoredItem;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await freshLedger(api);
    await fillWithEverything(ledger);
    const own = ({ pk }: StoredItem): boolean => pk === `P#${ledger.id}` || pk.startsWith(`P#${ledger.id}#R#`);
    entries = await storedItems(tables, 'journal');
    records = (await storedItems(tables, 'records')).filter((item) => own(item) && item['sk'] !== 'HEAD');
    head = (await storedItems(tables, 'records')).find(({ sk }) => sk === 'HEAD') ?? {};
  });
  afterAll(() => tables.stop());

  const put = (table: TableName, Item: StoredItem) =>
    tables.client.send(new PutCommand({ TableName: tables.names[table], Item }));
  const remove = (table: TableName, { pk, sk }: StoredItem) =>
    tables.client.send(new DeleteCommand({ TableName: tables.names[table], Key: { pk, sk } }));

  const report = async (): Promise<Report> => {
    const { status, body } = await ledger.verify();
    return status === 200 ? body : { chainValid: status, balancesMatch: status, discrepancies: [body] };
  };

  const entryOf = (sequence: number): StoredItem => entries[sequence - 1] ?? {};
  const withEntry = (item: StoredItem, entry: unknown): StoredItem => ({ ...item, entry: canonicalText(entry) });
  const withRecord = (item: StoredItem, value: unknown): StoredItem => ({ ...item, value: canonicalText(value) });

  /** What verification says with these items put in place of others; the others are put back. */
  async function whileStored(table: TableName, items: readonly StoredItem[]): Promise<Report> {
    const before = [...entries, ...records, head];
    for (const item of items) await put(table, item);
    const found = await report();
    for (const item of items) {
      const original = before.find(({ pk, sk }) => pk === item['pk'] && sk === item['sk']);
      await (original === undefined ? remove(table, item) : put(table, original));
    }
    return found;
  }

  const namesEntry = ({ chainValid, discrepancies }: Report, sequence: number): boolean =>
    chainValid === false && discrepancies.some((one) => one.sequence === sequence);
  const namesRecord = ({ balancesMatch, discrepancies }: Report, { type, id }: StoredItem): boolean =>
    balancesMatch === false && discrepancies.some(({ record }) => record === `${type}/${id}`);

  const isClean = async (): Promise<void> =>
    expect(await report()).toMatchObject({
      entries: entryCount,
      chainValid: true,
      balancesMatch: true,
      trialBalance: '0.00',
      discrepancies: [],
    });

  it('finds nothing in a journal that nobody touched', async () => {
    expect(entries).toHaveLength(entryCount);
    await isClean();
  });

  it.each(sequences)('names entry %i where a character or a number anywhere in it was changed', async (sequence) => {
    const item = entryOf(sequence);
    const entry: unknown = JSON.parse(item['entry']);
    const unnoticed: string[] = [];

    for (const path of alterations(entry)) {
      const tampered = withEntry(item, withValue(entry, path, altered(leafAt(entry, path))));
      if (!namesEntry(await whileStored('journal', [tampered]), sequence)) unnoticed.push(pointerTo(path));
    }

    expect(unnoticed).toEqual([]);
    await isClean();
  });

  it.each(sequences)('names entry %i where its text is no longer as it was written', async (sequence) => {
    const item = entryOf(sequence);
    const text: string = item['entry'];
    const entry = JSON.parse(text);
    const texts = [
      `${text} `,
      text.slice(0, -1),
      '',
      '{}',
      'null',
      JSON.stringify(entry, undefined, 1),
      text.replace('"', '"more":1,"'),
      canonicalText({ ...entry, more: 1 }),
    ];

    const reports = [];
    for (const other of [...texts, entry, 5, null])
      reports.push(await whileStored('journal', [{ ...item, entry: other }]));

    expect(reports.filter((one) => !namesEntry(one, sequence))).toEqual([]);
  });

  it.each(sequences)('names entry %i where it is missing', async (sequence) => {
    await remove('journal', entryOf(sequence));
    const found = await report();
    await put('journal', entryOf(sequence));

    expect(namesEntry(found, sequence)).toBe(true);
    await isClean();
  });

  it('names two entries whose contents were swapped', async () => {
    const pairs = [...sequences.slice(1).map((one) => [one - 1, one]), [1, entryCount], [5, 20]] as [number, number][];

    for (const [one, other] of pairs) {
      const [a, b] = [entryOf(one), entryOf(other)];
      const found = await whileStored('journal', [
        { ...a, entry: b['entry'] },
        { ...b, entry: a['entry'] },
      ]);
      expect([namesEntry(found, one), namesEntry(found, other)]).toEqual([true, true]);
    }
    await isClean();
  });

  it.each([1, 2, 500, 969])('names an entry stored %i beyond the head', async (beyond) => {
    const sequence = entryCount + beyond;
    const last = entryOf(entryCount);
    const content = { ...JSON.parse(last['entry']), sequence };
    const foreign = withEntry({ ...last, sk: String(sequence).padStart(12, '0') }, content);

    expect(namesEntry(await whileStored('journal', [foreign]), sequence)).toBe(true);
    await isClean();
  });

  it('names an entry that was written anew with a hash of its own', async () => {
    const { hash: _, ...rest } = JSON.parse(entryOf(10)['entry']);
    const changed = { ...rest, recordedBy: { subject: 'somebody else' } };

    const found = await whileStored('journal', [withEntry(entryOf(10), { ...changed, hash: digest(changed) })]);

    expect(namesEntry(found, 11)).toBe(true);
    await isClean();
  });

  it('names what is left behind where the last entry was taken back together with the head', async () => {
    const { sequence, hash, recordedAt } = JSON.parse(entryOf(entryCount - 1)['entry']);
    await remove('journal', entryOf(entryCount));
    const found = await whileStored('records', [{ ...head, head: { sequence, hash, recordedAt } }]);
    await put('journal', entryOf(entryCount));

    expect(found.balancesMatch).toBe(false);
    expect(found.discrepancies.map(({ record }) => record)).toContain(
      `reversalOf/${JSON.parse(entryOf(entryCount)['entry']).reverses}`,
    );
    await isClean();
  });

  it.each([
    ['sequence', -1],
    ['sequence', 1],
    ['sequence', 1000],
    ['hash', '0'.repeat(64)],
    ['recordedAt', '2999-01-01T00:00:00.000Z'],
    ['recordedAt', '2000-01-01T00:00:00.000Z'],
  ] as const)('names the head where its %s was changed (%s)', async (member, value) => {
    const changed = { ...head['head'], [member]: typeof value === 'number' ? head['head'].sequence + value : value };

    const found = await whileStored('records', [{ ...head, head: changed }]);

    expect([found.chainValid, found.discrepancies.length > 0]).toEqual([false, true]);
    await isClean();
  });

  it('names every record in which a character or a number was changed, balances and received amounts among them', async () => {
    const unnoticed: string[] = [];

    for (const item of records) {
      const value: unknown = JSON.parse(item['value']);
      for (const path of alterations(value)) {
        const tampered = withRecord(item, withValue(value, path, altered(leafAt(value, path))));
        if (!namesRecord(await whileStored('records', [tampered]), item))
          unnoticed.push(`${item['sk']}${pointerTo(path)}`);
      }
    }

    expect(unnoticed).toEqual([]);
    await isClean();
  });

  it('names every record that was removed', async () => {
    const unnoticed: string[] = [];

    for (const item of records) {
      await remove('records', item);
      if (!namesRecord(await report(), item)) unnoticed.push(item['sk']);
      await put('records', item);
    }

    expect(unnoticed).toEqual([]);
    await isClean();
  });

  it('names every record that is no longer as it was written, or under another name', async () => {
    const others = (item: StoredItem): StoredItem[] => [
      { ...item, value: `${item['value']} ` },
      { ...item, value: '{}' },
      { ...item, value: JSON.parse(item['value']) },
      { ...item, id: `${item['id']}x` },
      { ...item, type: item['type'] === 'fund' ? 'grant' : 'fund' },
      { ...item, type: 'other' },
    ];

    const unnoticed: string[] = [];
    for (const item of records) {
      for (const other of others(item)) {
        if (!namesRecord(await whileStored('records', [other]), item))
          unnoticed.push(JSON.stringify(other).slice(0, 200));
      }
    }

    expect(unnoticed).toEqual([]);
  });

  it('names every foreign record, wherever it stands', async () => {
    const foreign = records.flatMap((item) => [
      { ...item, sk: `${item['sk']}x`, id: `${item['id']}x` },
      { pk: item['pk'], sk: `${item['sk']}-odd`, anything: 'at all' },
    ]);

    const unnoticed: string[] = [];
    for (const item of foreign) {
      const { balancesMatch, discrepancies } = await whileStored('records', [item]);
      const named = discrepancies.some(
        ({ record = '' }) => record.includes(item.sk) || ('id' in item && record.includes(String(item.id))),
      );
      if (balancesMatch || !named)
        unnoticed.push(`${item.pk} ${item.sk}: ${JSON.stringify(discrepancies)}`.slice(0, 200));
    }

    expect(unnoticed).toEqual([]);
    await isClean();
  });
});
