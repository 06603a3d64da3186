import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordType } from '../../domain/ledger/records.ts';
import { awardCalls, did } from '../award-calls.ts';
import { recordAwardsOfEveryKind } from './awards-of-every-kind.ts';
import type { Ledger } from './refusals.ts';
import type { StoredItem } from './stored.ts';
import {
  alterations,
  altered,
  leafAt,
  namesEntry,
  namesRecord,
  tamperedLedger,
  withEntry,
  withRecord,
} from './tampering.ts';
import { nodesOf, type Path, pointerTo, withValue } from './wrong-values.ts';

/** What meetings and awards keep beside the journal. */
const types = [
  'governance',
  'terms',
  'meeting',
  'agendaItem',
  'award',
  'awardBalance',
  'awardEntry',
  'interest',
] as const satisfies RecordType[];
const clean = { chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] };
/** A report names a hundred things at most. */
const atOnce = 90;

async function fill(ledger: Ledger): Promise<void> {
  await did(ledger.agree());
  await awardCalls(ledger, ledger.id).setTerms();
  await recordAwardsOfEveryKind(ledger);
}

const contentOf = (item: StoredItem): unknown => JSON.parse(item['value']);

/** A list with one more of what is in it, or with something, and an object without one of its members. */
function reshaped(value: unknown): unknown[] {
  return nodesOf(value).flatMap(({ path, value: node }): unknown[] => {
    if (Array.isArray(node)) {
      const [one = 'something'] = node;
      return [[...node, one], ...(node.length === 0 ? [] : [node.slice(1)])].map((list) => put(value, path, list));
    }
    const members = Object.entries(node as object);
    return members.map(([name]) => put(value, path, Object.fromEntries(members.filter(([other]) => other !== name))));
  });
}
const put = (value: unknown, path: Path, node: unknown): unknown => withValue(value, path, node);

const fullest = (items: readonly StoredItem[]): StoredItem[] =>
  items.toSorted((a, b) => b['value'].length - a['value'].length).slice(0, 5);
const awardFact = /^(?:meeting|attendance|minutes|interest|award|chairs-action|entry-reversed)/;

describe('verification of meetings and awards', () => {
  let stored: Awaited<ReturnType<typeof tamperedLedger>>;
  /** Of every type, the fullest few: what is alike needs no trying twice. */
  let records: StoredItem[];
  let entries: StoredItem[];
  beforeAll(async () => {
    stored = await tamperedLedger(fill);
    records = types.flatMap((type) => fullest(stored.records.filter((item) => item['type'] === type)));
    entries = stored.entries.filter(({ entry }) => awardFact.test(JSON.parse(entry).type));
  });
  afterAll(() => stored.stop());

  /** Every change that a function makes of a record, one of each record at a time: those that verification does not name. */
  async function unnoticed(
    changesOf: (item: StoredItem) => readonly { value: unknown; at: string }[],
  ): Promise<string[]> {
    const changes = records.map((item) => changesOf(item));
    const missed: string[] = [];
    for (let round = 0; round < Math.max(...changes.map(({ length }) => length)); round += 1) {
      const changed = records.flatMap((item, place) => {
        const change = changes[place]?.[round];
        return change === undefined ? [] : [{ item: withRecord(item, change.value), at: change.at }];
      });
      const found = await stored.whileStored(
        'records',
        changed.map(({ item }) => item),
      );
      const unnamed = changed.filter(({ item }) => !namesRecord(found, item));
      missed.push(...unnamed.map(({ item, at }) => `${item['sk']}${at}`));
    }
    return missed;
  }

  it('finds nothing where nobody touched anything, and several records of every type', async () => {
    const kinds = Map.groupBy(records, ({ type }) => type);

    expect(await stored.report()).toMatchObject(clean);
    expect([...kinds.keys()].toSorted()).toEqual([...types].toSorted());
    for (const type of types.slice(1)) expect(kinds.get(type)?.length).toBeGreaterThan(1);
  });

  it('names every record in which a character, a number or a yes or no was changed', async () => {
    const missed = await unnoticed((item) => {
      const value = contentOf(item);
      return alterations(value).map((path) => ({
        value: withValue(value, path, altered(leafAt(value, path))),
        at: pointerTo(path),
      }));
    });

    expect(missed).toEqual([]);
    expect(await stored.report()).toMatchObject(clean);
  });

  it('names every record of which a member is gone, or whose lists hold more or less', async () => {
    const missed = await unnoticed((item) =>
      reshaped(contentOf(item)).map((value) => ({ value, at: ` as ${JSON.stringify(value)}` })),
    );

    expect(missed).toEqual([]);
    expect(await stored.report()).toMatchObject(clean);
  });

  it('names every record that was removed', async () => {
    const all = stored.records.filter(({ type }) => types.some((one) => one === type));
    const missed: string[] = [];

    for (let from = 0; from < all.length; from += atOnce) {
      const some = all.slice(from, from + atOnce);
      for (const item of some) await stored.remove('records', item);
      const found = await stored.report();
      for (const item of some) await stored.put('records', item);
      missed.push(...some.filter((item) => !namesRecord(found, item)).map(({ sk }) => sk));
    }

    expect(missed).toEqual([]);
    expect(await stored.report()).toMatchObject(clean);
  });

  it('names every entry of the journal in which something was changed', async () => {
    const contents = entries.map((item): unknown => JSON.parse(item['entry']));
    const rounds = Math.max(...contents.map((content) => alterations(content).length));
    const missed: string[] = [];

    for (let round = 0; round < rounds; round += 1) {
      const changed = entries.flatMap((item, place) => {
        const [content, path] = [contents[place], alterations(contents[place])[round]];
        const entry = path && withValue(content, path, altered(leafAt(content, path)));
        return path === undefined ? [] : [{ item: withEntry(item, entry), sequence: Number(item['sk']), path }];
      });
      const found = await stored.whileStored(
        'journal',
        changed.map(({ item }) => item),
      );
      const unnamed = changed.filter(({ sequence }) => !namesEntry(found, sequence));
      missed.push(...unnamed.map(({ sequence, path }) => `${sequence}${pointerTo(path)}`));
    }

    expect(new Set(contents.map((content) => (content as { type: string }).type)).size).toBe(17);
    expect(missed).toEqual([]);
    expect(await stored.report()).toMatchObject(clean);
  });
});
