import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredItem } from './stored.ts';
import { alterations, altered, clean, leafAt, namesRecord, tamperedLedger, withRecord } from './tampering.ts';
import { pointerTo, withValue } from './wrong-values.ts';

describe('verification of records', () => {
  let stored: Awaited<ReturnType<typeof tamperedLedger>>;
  beforeAll(async () => {
    stored = await tamperedLedger();
  });
  afterAll(() => stored.stop());

  it('names every record in which a character or a number was changed, balances and received amounts among them', async () => {
    const { records, report, whileStored } = stored;
    const values = records.map((item): unknown => JSON.parse(item['value']));
    const rounds = Math.max(...values.map((value) => alterations(value).length));
    const unnoticed: string[] = [];

    // One leaf of each record at a time: no record is computed from another.
    for (let round = 0; round < rounds; round += 1) {
      const tampered = records.flatMap((item, place) => {
        const path = alterations(values[place])[round];
        const change = path && withValue(values[place], path, altered(leafAt(values[place], path)));
        return path === undefined ? [] : [{ at: `${item['sk']}${pointerTo(path)}`, item: withRecord(item, change) }];
      });
      const found = await whileStored(
        'records',
        tampered.map(({ item }) => item),
      );
      unnoticed.push(...tampered.filter(({ item }) => !namesRecord(found, item)).map(({ at }) => at));
    }

    expect(unnoticed).toEqual([]);
    expect(await report()).toMatchObject(clean);
  });

  it('names every record that was removed', async () => {
    const { records, put, remove, report } = stored;
    const unnoticed: string[] = [];

    for (const item of records) {
      await remove('records', item);
      if (!namesRecord(await report(), item)) unnoticed.push(item['sk']);
      await put('records', item);
    }

    expect(unnoticed).toEqual([]);
    expect(await report()).toMatchObject(clean);
  });

  it.each<[string, (item: StoredItem) => object]>([
    ['with no JSON', ({ value }) => ({ value: `${value}}` })],
    ['with nothing', () => ({ value: '{}' })],
    ['with more', ({ value }) => ({ value: value.replace('{', '{"more":1,') })],
    ['as a structure', ({ value }) => ({ value: JSON.parse(value) })],
    ['under another id', ({ id }) => ({ id: `${id}x` })],
    ['under another type', ({ type }) => ({ type: type === 'fund' ? 'grant' : 'fund' })],
    ['under a type that there is not', () => ({ type: 'constructor' })],
  ])('names every record that is stored %s', async (_, change) => {
    const { records, report, whileStored } = stored;
    const found = await whileStored(
      'records',
      records.map((item) => ({ ...item, ...change(item) })),
    );

    expect(records.filter((item) => !namesRecord(found, item)).map(({ sk }) => sk)).toEqual([]);
    expect(await report()).toMatchObject(clean);
  });

  it('names every foreign record, wherever it stands', async () => {
    const { records, report, whileStored } = stored;
    const foreign = records.flatMap((item): StoredItem[] => [
      { ...item, sk: `${item['sk']}x`, id: `${item['id']}x` },
      { pk: item['pk'], sk: `${item['sk']}-odd`, anything: 'at all' },
    ]);

    const { balancesMatch, discrepancies } = await whileStored('records', foreign);

    const named = new Set(discrepancies.map(({ record }) => record));
    const isNamed = (item: StoredItem): boolean =>
      named.has(`An item at ${item['sk']}`) || named.has(`${item['type']}/${item['id']}`);
    expect(balancesMatch).toBe(false);
    expect(foreign.filter((item) => !isNamed(item))).toEqual([]);
    expect(await report()).toMatchObject(clean);
  });
});
