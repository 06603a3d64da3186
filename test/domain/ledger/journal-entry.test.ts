import { describe, expect, it } from 'vitest';
import { entryTypes } from '../../../domain/ledger/facts.ts';
import { type EntryDraft, firstHash, JournalEntry, seal } from '../../../domain/ledger/journal-entry.ts';
import { digest } from '../../../functions/store/digest.ts';
import { agree, fundBody, ledgerWith } from '../../builders.ts';
import { asJson, financeOfficer, unknownId } from '../test-ledger.ts';

const draft: EntryDraft = { type: 'fund-opened', facts: fundBody(), effectiveOn: '2018-03-31', postings: [] };
const written = { id: unknownId, now: '2018-06-30T09:00:00.000Z', by: financeOfficer };

describe('sealing an entry', () => {
  it('makes the first one follow from 64 zeros', () => {
    const entry = seal(draft, undefined, written, digest);

    expect(entry).toMatchObject({
      sequence: 1,
      previousHash: firstHash,
      financialYear: '2017-18',
      recordedBy: financeOfficer,
    });
    expect(firstHash).toBe('0'.repeat(64));
  });

  it('makes each follow from the one before', () => {
    const head = { sequence: 7, hash: 'a'.repeat(64), recordedAt: '2018-06-30T08:00:00.000Z' };

    const entry = seal(draft, head, written, digest);

    expect(entry).toMatchObject({ sequence: 8, previousHash: 'a'.repeat(64), recordedAt: written.now });
  });

  it('never lets time run backwards', () => {
    const head = { sequence: 7, hash: 'a'.repeat(64), recordedAt: '2018-06-30T09:00:00.001Z' };

    expect(seal(draft, head, written, digest).recordedAt).toBe('2018-06-30T09:00:00.001Z');
  });

  it('hashes every other member, in the order of RFC 8785', () => {
    const { hash, ...unhashed } = seal(draft, undefined, written, digest);

    expect(hash).toBe(digest(unhashed));
    expect(hash).toBe(digest(Object.fromEntries(Object.entries(asJson<object>(unhashed)).toReversed())));
    expect(digest({ ...unhashed, sequence: 2 })).not.toBe(hash);
  });
});

describe('a journal entry', () => {
  it('is read back as it was written, and hashes the same', () => {
    const ledger = ledgerWith();
    agree(ledger, { topSlices: [{ purpose: 'dhr', amount: '1' }], conditions: ['A plan.'], note: 'Illustrative.' });

    const read = ledger.entries.map((entry) => JournalEntry.parse(asJson(entry)));

    expect(read).toEqual(ledger.entries);
    expect(read.map(({ hash: _, ...unhashed }) => digest(unhashed))).toEqual(ledger.entries.map(({ hash }) => hash));
  });

  it.each(['note', 'reverses', 'type'])('has no %s that says nothing', (member) => {
    const entry = { ...asJson<object>(seal(draft, undefined, written, digest)), [member]: null };

    expect(JournalEntry.safeParse(entry).success).toBe(false);
  });

  it('has one of several types, each named once', () => {
    expect(new Set(entryTypes).size).toBe(entryTypes.length);
  });
});
