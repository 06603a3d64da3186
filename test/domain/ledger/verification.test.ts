import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstHash } from '../../../domain/ledger/journal-entry.ts';
import { Verification } from '../../../domain/ledger/verification.ts';
import { digest } from '../../../functions/store/digest.ts';
import { reverse } from '../../builders.ts';
import { runs } from '../runs.ts';
import { maldon } from '../statement/maldon.ts';
import { asJson } from '../test-ledger.ts';
import { type Store, type StoredEntry, storeOf, verified } from './verified.ts';

const store = ((): Store => {
  const { ledger } = maldon();
  reverse(ledger, ledger.entries[8] ?? expect.unreachable());
  return storeOf(ledger);
})();
const last = store.entries.size;
const anyEntry = fc.integer({ min: 1, max: last });
const entryAt = (sequence: number): StoredEntry => store.entries.get(sequence) ?? expect.unreachable();
const withEntries = (...changed: readonly (readonly [number, StoredEntry | undefined])[]): Store => {
  const entries = new Map([...store.entries]);
  for (const [sequence, entry] of changed) {
    if (entry === undefined) entries.delete(sequence);
    else entries.set(sequence, entry);
  }
  return { ...store, entries };
};
const codesAt = (report: ReturnType<typeof verified>, at: number): string[] =>
  report.discrepancies.filter(({ sequence }) => sequence === at).map(({ code }) => code);

/** JSON with one character changed, where that is JSON still and says something else. */
function altered<T>(value: T, place: number, by: number): T | undefined {
  const text = JSON.stringify(value);
  const at = place % text.length;
  const other = String.fromCharCode(32 + ((text.charCodeAt(at) - 32 + 1 + (by % 94)) % 95));
  try {
    const changed = JSON.parse(text.slice(0, at) + other + text.slice(at + 1)) as T;
    return digest(changed) === digest(value) ? undefined : changed;
  } catch {
    return undefined;
  }
}

/** An entry that says something else and states the hash of that. */
const rehashed = (entry: StoredEntry, change: object): StoredEntry => {
  const { hash: _, ...unhashed } = { ...entry, ...change };
  return { ...unhashed, hash: digest(unhashed) };
};

describe('verifying a journal that nobody altered', () => {
  it('finds nothing', () => {
    expect(asJson(verified(store))).toEqual({
      entries: last,
      chainValid: true,
      balancesMatch: true,
      trialBalance: '0.00',
      head: { sequence: last, hash: store.head.hash },
      discrepancies: [],
    });
  });

  it('finds nothing where there is nothing', () => {
    const nothing = { entries: new Map(), records: [], head: { sequence: 0, hash: firstHash, recordedAt: '' } };

    expect(verified(nothing)).toMatchObject({ entries: 0, chainValid: true, balancesMatch: true, discrepancies: [] });
  });
});

describe('verifying a journal that somebody altered', () => {
  it('names an entry of which any character changed', () => {
    fc.assert(
      fc.property(anyEntry, fc.nat(), fc.nat(), (sequence, place, by) => {
        const changed = altered(entryAt(sequence), place, by);
        fc.pre(changed !== undefined);
        const report = verified(withEntries([sequence, changed]));
        expect(report.chainValid).toBe(false);
        expect(codesAt(report, sequence)).toContain('entry-altered');
      }),
      runs(60),
    );
  });

  it('names an entry that was taken out', () => {
    fc.assert(
      fc.property(anyEntry, (sequence) => {
        const report = verified(withEntries([sequence, undefined]));
        expect(report.chainValid).toBe(false);
        expect(codesAt(report, sequence)).toContain('entry-missing');
      }),
      runs(20),
    );
  });

  it('names two entries that changed places', () => {
    fc.assert(
      fc.property(anyEntry, anyEntry, (one, other) => {
        fc.pre(one !== other);
        const report = verified(withEntries([one, entryAt(other)], [other, entryAt(one)]));
        expect(report.chainValid).toBe(false);
        expect([codesAt(report, one), codesAt(report, other)].every((codes) => codes.includes('entry-altered'))).toBe(
          true,
        );
      }),
      runs(20),
    );
  });

  it.each([3, 8])('names the entry after one that was altered and hashed again: %d', (sequence) => {
    const changed = rehashed(entryAt(sequence), { recordedBy: { subject: 'somebody-else' } });

    const report = verified(withEntries([sequence, changed]));

    expect(report).toMatchObject({ chainValid: false, balancesMatch: true });
    expect(report.discrepancies).toMatchObject([{ code: 'chain-broken', sequence: sequence + 1 }]);
  });

  it('finds that the head disagrees with a journal that was hashed again to its end', () => {
    const changed = rehashed(entryAt(last), { recordedBy: { subject: 'somebody-else' } });

    const report = verified(withEntries([last, changed]));

    expect(report.discrepancies).toMatchObject([{ code: 'head-differs', sequence: last }]);
    expect(report.chainValid).toBe(false);
  });

  it.each([
    ['names an entry that is not there', { sequence: last + 1 }, 'entry-missing'],
    ['stops short', { sequence: last - 1 }, 'head-differs'],
    ['has another hash', { hash: 'a'.repeat(64) }, 'head-differs'],
  ])('finds that the head %s', (_, head, code) => {
    const report = verified({ ...store, head: { ...store.head, ...head } });

    expect(report.chainValid).toBe(false);
    expect(report.discrepancies.map((one) => one.code)).toContain(code);
  });

  it.each([
    ['does not balance', { postings: [{ account: 'bank', fundId: 'partnership-fund', debit: '1.00' }] }],
    ['is of another year than its date', { financialYear: '2016-17' }],
    ['goes back in time', { recordedAt: '2018-06-29T09:00:00.000Z' }],
  ])('names an entry that %s, though its hash is right', (_, change) => {
    const changed = rehashed(entryAt(last), change);

    const report = verified(withEntries([last, changed]));

    expect(codesAt(report, last)).toContain('entry-unbalanced');
    expect(report.chainValid).toBe(false);
  });

  it('names an entry that is none', () => {
    const report = verified(withEntries([5, { hash: 'none' } as StoredEntry]));

    expect(codesAt(report, 5)).toEqual(['entry-altered']);
  });

  it('says where recomputing stops', () => {
    const report = verified(withEntries([5, undefined]));

    expect(codesAt(report, 6)).toContain('chain-broken');
    expect(report).toMatchObject({ chainValid: false, balancesMatch: false });
  });

  it('names no more than a hundred, and misses no kind', () => {
    const entries = new Map(Array.from({ length: 150 }, (_, place) => [place + 1, { hash: 'none' } as StoredEntry]));

    const report = verified({ ...store, entries, head: { ...store.head, sequence: 150 } });

    expect(report.discrepancies.filter(({ code }) => code === 'entry-altered')).toHaveLength(100);
    expect(report).toMatchObject({ entries: 150, chainValid: false, balancesMatch: false });
  });
});

describe('verifying records that somebody altered', () => {
  const anyRecord = fc.nat(store.records.length - 1);
  const recordAt = (place: number) => store.records[place] ?? expect.unreachable();
  const nameOf = ({ type, id }: Store['records'][number]): string => `${type}/${id}`;

  it('names a record of which any character changed', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), fc.nat(), (at, place, by) => {
        const record = recordAt(at);
        const value = altered(record.value, place, by);
        fc.pre(value !== undefined);
        const report = verified({ ...store, records: store.records.with(at, { ...record, value }) });
        expect(report).toMatchObject({ chainValid: true, balancesMatch: false });
        expect(report.discrepancies).toMatchObject([{ code: 'record-differs', record: nameOf(record) }]);
      }),
      runs(60),
    );
  });

  it('names one that is missing', () => {
    fc.assert(
      fc.property(anyRecord, (at) => {
        const report = verified({ ...store, records: store.records.toSpliced(at, 1) });
        expect(report.balancesMatch).toBe(false);
        expect(report.discrepancies).toMatchObject([{ code: 'record-differs', record: nameOf(recordAt(at)) }]);
      }),
      runs(20),
    );
  });

  it('names what is no record at all', () => {
    const verification = new Verification(digest);
    verification.addUnknown('An item');

    const report = verification.report([], { ...store.head, sequence: 0, hash: firstHash });

    expect(report).toMatchObject({ chainValid: true, balancesMatch: false, discrepancies: [{ record: 'An item' }] });
  });

  it('names what is missing beside the records, and what lies beyond the journal’s end', () => {
    const verification = new Verification(digest);
    verification.addMissing('The registry');
    verification.addBeyond(1);

    const report = verification.report([], { ...store.head, sequence: 0, hash: firstHash });

    expect(report).toMatchObject({ chainValid: false, balancesMatch: false });
    expect(report.discrepancies).toMatchObject([{ record: 'The registry' }, { code: 'head-differs', sequence: 1 }]);
  });

  it('names one that the journal knows nothing of', () => {
    const added = { type: 'fund', id: 'slush', value: { id: 'slush' } } as const;

    const report = verified({ ...store, records: [...store.records, added] });

    expect(report.discrepancies).toMatchObject([{ record: 'fund/slush' }]);
    expect(report.balancesMatch).toBe(false);
  });

  it.each([
    ['money as a number', { amount: 5000 }],
    ['a list that is none', { conditions: {} }],
    ['nothing', null],
    ['another amount', { grossAmount: '14235' }],
  ])('names one that holds %s', (_, change) => {
    const at = store.records.findIndex(({ type }) => type === 'grant');
    const record = recordAt(at);
    const value = change === null ? null : { ...(record.value as object), ...change };

    const report = verified({ ...store, records: store.records.with(at, { ...record, value }) });

    expect(report.discrepancies).toMatchObject([{ code: 'record-differs', record: nameOf(record) }]);
  });
});
