import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalText, digest } from '../../functions/store/digest.ts';
import { alterations, altered, clean, entryCount, leafAt, namesEntry, tamperedLedger, withEntry } from './tampering.ts';
import { pointerTo, withValue } from './wrong-values.ts';

const sequences = Array.from({ length: entryCount }, (_, place) => place + 1);

describe('verification of a journal', () => {
  let stored: Awaited<ReturnType<typeof tamperedLedger>>;
  beforeAll(async () => {
    stored = await tamperedLedger();
  });
  afterAll(() => stored.stop());

  it('finds nothing in a journal that nobody touched', async () => {
    const { entries, report } = stored;
    expect(entries).toHaveLength(entryCount);
    expect(await report()).toMatchObject(clean);
  });

  it('names every entry where a character or a number anywhere in each was changed', async () => {
    const { entries, report, whileStored } = stored;
    const values = entries.map((item): unknown => JSON.parse(item['entry']));
    const rounds = Math.max(...values.map((value) => alterations(value).length));
    const unnoticed: string[] = [];

    // One leaf of each entry at a time: whether an entry has the hash that it states depends on no other.
    for (let round = 0; round < rounds; round += 1) {
      const tampered = entries.flatMap((item, place) => {
        const path = alterations(values[place])[round];
        const entry = path && withValue(values[place], path, altered(leafAt(values[place], path)));
        return path === undefined ? [] : [{ path, sequence: place + 1, item: withEntry(item, entry) }];
      });
      const found = await whileStored(
        'journal',
        tampered.map(({ item }) => item),
      );
      const unnamed = tampered.filter(({ sequence }) => !namesEntry(found, sequence, 'entry-altered'));
      unnoticed.push(...unnamed.map(({ sequence, path }) => `${sequence}${pointerTo(path)}`));
    }

    expect(unnoticed).toEqual([]);
    expect(await report()).toMatchObject(clean);
  });

  it.each([1, 8, 18])(
    'names entry %i where a character or a number anywhere in it alone was changed',
    async (sequence) => {
      const { entryOf, report, whileStored } = stored;
      const item = entryOf(sequence);
      const entry: unknown = JSON.parse(item['entry']);
      const unnoticed: string[] = [];

      for (const path of alterations(entry)) {
        const tampered = withEntry(item, withValue(entry, path, altered(leafAt(entry, path))));
        if (!namesEntry(await whileStored('journal', [tampered]), sequence)) unnoticed.push(pointerTo(path));
      }

      expect(unnoticed.slice(0, 10)).toEqual([]);
      expect(await report()).toMatchObject(clean);
    },
  );

  it.each([1, 6, entryCount])('names entry %i where its text is no longer as it was written', async (sequence) => {
    const { entryOf, whileStored } = stored;
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
    const { entryOf, put, remove, report } = stored;
    await remove('journal', entryOf(sequence));
    const found = await report();
    await put('journal', entryOf(sequence));

    expect(namesEntry(found, sequence)).toBe(true);
    expect(await report()).toMatchObject(clean);
  });

  it('names two entries whose contents were swapped', async () => {
    const { entryOf, report, whileStored } = stored;
    const pairs = [...sequences.slice(1).map((one) => [one - 1, one]), [1, entryCount], [4, 9]] as [number, number][];

    for (const [one, other] of pairs) {
      const [a, b] = [entryOf(one), entryOf(other)];
      const found = await whileStored('journal', [
        { ...a, entry: b['entry'] },
        { ...b, entry: a['entry'] },
      ]);
      expect([namesEntry(found, one), namesEntry(found, other)]).toEqual([true, true]);
    }
    expect(await report()).toMatchObject(clean);
  });

  it.each([1, 2, 500, 999 - entryCount])('names an entry stored %i beyond the head', async (beyond) => {
    const { entryOf, report, whileStored } = stored;
    const sequence = entryCount + beyond;
    const last = entryOf(entryCount);
    const content = { ...JSON.parse(last['entry']), sequence };
    const foreign = withEntry({ ...last, sk: String(sequence).padStart(12, '0') }, content);

    expect(namesEntry(await whileStored('journal', [foreign]), sequence)).toBe(true);
    expect(await report()).toMatchObject(clean);
  });

  it('names an entry that was written anew with a hash of its own', async () => {
    const { entryOf, report, whileStored } = stored;
    const { hash: _, ...rest } = JSON.parse(entryOf(8)['entry']);
    const changed = { ...rest, recordedBy: { subject: 'somebody else' } };

    const found = await whileStored('journal', [withEntry(entryOf(8), { ...changed, hash: digest(changed) })]);

    expect(namesEntry(found, 9)).toBe(true);
    expect(await report()).toMatchObject(clean);
  });

  it('names what is left behind where the last entry was taken back together with the head', async () => {
    const { entryOf, head, put, remove, report, whileStored } = stored;
    const { sequence, hash, recordedAt } = JSON.parse(entryOf(entryCount - 1)['entry']);
    await remove('journal', entryOf(entryCount));
    const found = await whileStored('records', [{ ...head, head: { sequence, hash, recordedAt } }]);
    await put('journal', entryOf(entryCount));

    expect(found.balancesMatch).toBe(false);
    expect(found.discrepancies.map(({ record }) => record)).toContain(
      `reversalOf/${JSON.parse(entryOf(entryCount)['entry']).reverses}`,
    );
    expect(await report()).toMatchObject(clean);
  });

  it.each([
    ['sequence', -1],
    ['sequence', 1],
    ['sequence', 1000],
    ['hash', '0'.repeat(64)],
    ['recordedAt', '2999-01-01T00:00:00.000Z'],
    ['recordedAt', '2000-01-01T00:00:00.000Z'],
  ] as const)('names the head where its %s was changed (%s)', async (member, value) => {
    const { head, report, whileStored } = stored;
    const changed = { ...head['head'], [member]: typeof value === 'number' ? head['head'].sequence + value : value };

    const found = await whileStored('records', [{ ...head, head: changed }]);

    expect([found.chainValid, found.discrepancies.length > 0]).toEqual([false, true]);
    expect(await report()).toMatchObject(clean);
  });
});
