import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { filesOf } from './packs.ts';
import {
  bytesOf,
  changed,
  entriesIn,
  type Json,
  journalOf,
  jsonIn,
  rechained,
  rehashed,
  withEntries,
} from './tampering.ts';
import { verdictOn } from './verifying.ts';
import { workedExample } from './worked-example.ts';

const { ledger, archive } = workedExample();
const good = filesOf(ledger, '2017-18', archive);
const entries = entriesIn(good);
const isWrong = (what: string) => ({ code: 1, told: expect.stringContaining(what) });
const sequenceOf = (type: string): number => entries.find((entry) => entry.type === type).sequence;

/** The same expenditure once more, under another id. */
const again: Json = { ...entries.find(({ type }) => type === 'expenditure-recorded'), id: 'f'.repeat(36) };

/** An entry added early on, and all that comes after made to fit: numbers, hashes, and what certifying entries know. */
function withOneMore(): Json[] {
  const early = entries.findIndex(({ type }) => type === 'expenditure-recorded') + 1;
  return rechained(
    entries.toSpliced(early, 0, again).map((entry) => {
      const knownAt = entry.facts.knownAt + 1;
      return entry.type === 'year-certified' ? { ...entry, facts: { ...entry.facts, knownAt } } : entry;
    }),
  );
}

describe('the journal of a pack', () => {
  it.each([1, 17, entries.length - 1])('misses no entry: %d', async (place) => {
    const dropped = changed(good, { 'journal.jsonl': journalOf(entries.toSpliced(place - 1, 1)) });

    expect(await verdictOn(dropped)).toEqual(
      isWrong(`journal.jsonl, entry ${place}, sequence\n  expected: ${place}\n  found:    ${place + 1}`),
    );
  });

  it('has its entries in order', async () => {
    const swapped = changed(good, { 'journal.jsonl': journalOf(entries.toSpliced(20, 2, entries[21], entries[20])) });

    expect(await verdictOn(swapped)).toEqual(
      isWrong('journal.jsonl, entry 21, sequence\n  expected: 21\n  found:    22'),
    );
  });

  it('has no entry more than when a version was certified, however well it is chained', async () => {
    expect(await verdictOn(withEntries(good, withOneMore()))).toEqual(isWrong('certified/2016-17-v1.json, knownAt'));
  });

  it('has no entry more, also where the certified versions were remade, but not their hashes', async () => {
    const more = withOneMore();
    const version = jsonIn(good, 'certified/2016-17-v1.json');
    const { sequence, hash, recordedAt } = more[version.knownAt];
    const integrity = { ...version.integrity, sequence, hash };
    const remade = { ...version, knownAt: sequence, generatedAt: recordedAt, integrity };

    const { code, told } = await verdictOn(withEntries(good, more, { 'certified/2016-17-v1.json': bytesOf(remade) }));

    expect(code).toBe(1);
    expect(told).toContain('certified/2016-17-v1.json, its SHA-256, which journal.jsonl, entry');
  });

  it('has no entry more than its statement knows of', async () => {
    const added = rechained([
      ...entries,
      { ...again, recordedAt: entries.at(-1).recordedAt, effectiveOn: '2018-05-01', financialYear: '2018-19' },
    ]);

    expect(await verdictOn(withEntries(good, added))).toEqual(isWrong('statement.json, knownAt'));
  });

  it('is not cut short', async () => {
    const [uncertified, early] = [entries.slice(0, -1), entries.slice(0, 30)];

    expect(await verdictOn(withEntries(good, uncertified))).toEqual(isWrong('statement.json, status'));
    expect(await verdictOn(withEntries(good, early))).toEqual(isWrong('statement.json, '));
    expect(await verdictOn(changed(good, { 'journal.jsonl': journalOf(early) }))).toEqual(
      isWrong('manifest.json, head'),
    );
    expect(await verdictOn(changed(good, { 'journal.jsonl': Buffer.alloc(0) }))).toEqual(
      isWrong('manifest.json, head'),
    );
  });

  it.each<[string, string, (entry: Json) => Json]>([
    [
      'balances',
      'debits less credits, money of partnership-fund on 2018-03-29',
      (entry) => withAmount(entry, '5000.01'),
    ],
    ['has amounts to the penny', 'posting 1', (entry) => withAmount(entry, '5000.1')],
    ['has amounts as text', 'posting 1', (entry) => withAmount(entry, 5000)],
    ['posts to accounts that are known', 'posting 1, account', (entry) => withPosting(entry, { account: 'sundries' })],
    ['posts to funds that are known', 'posting 1, fundId', (entry) => withPosting(entry, { fundId: 'elsewhere' })],
    ['posts to grants of the fund', 'posting 1, the fund of', (entry) => withPosting(entry, { grantId: 'none' })],
    ['posts debits or credits', 'posting 1', (entry) => withPosting(entry, { credit: '1.00' })],
    ['posts on dates', 'expected: what can be read', (entry) => withPosting(entry, { on: '29 March' })],
    ['counts in the year of its date', 'financialYear', (entry) => ({ ...entry, effectiveOn: '2017-03-29' })],
    [
      'is recorded no earlier than the one before',
      'recordedAt',
      (entry) => ({ ...entry, recordedAt: '2018-01-01T00:00:00.000Z' }),
    ],
  ])('holds entries each of which %s', async (_, named, change) => {
    const place = sequenceOf('expenditure-recorded');
    const changedOne = rechained(entries.map((entry) => (entry.sequence === place ? change(entry) : entry)));

    const { code, told } = await verdictOn(withEntries(good, changedOne));

    expect(code).toBe(1);
    expect(told).toContain(`journal.jsonl, entry ${place}`);
    expect(told).toContain(named);
  });

  it('begins with its first entry, from which all others follow', async () => {
    expect(await verdictOn(withEntries(good, rechained(entries, 'f'.repeat(64))))).toEqual(
      isWrong('journal.jsonl, entry 1, previousHash'),
    );
  });

  it('posts nothing to a closed year', async () => {
    const late = { ...again, recordedAt: entries.at(-1).recordedAt };

    expect(await verdictOn(withEntries(good, rechained([...entries, late])))).toEqual(
      isWrong(`journal.jsonl, entry ${entries.length + 1}, posting 1\n  expected: a day of a year that is not closed`),
    );
  });

  it('certifies versions in their order, of years that are closed', async () => {
    const certifying = sequenceOf('year-certified');
    const [facts, twice] = [{ version: 2 }, entries[certifying - 1]];
    const renumbered = entries.map((entry) =>
      entry.sequence === certifying ? { ...entry, facts: { ...entry.facts, ...facts } } : entry,
    );

    expect(await verdictOn(withEntries(good, rechained(renumbered)))).toEqual(
      isWrong(`journal.jsonl, entry ${certifying}, version`),
    );
    expect(await verdictOn(withEntries(good, rechained(entries.toSpliced(certifying, 0, twice))))).toEqual(
      isWrong(`journal.jsonl, entry ${certifying + 1}, the year that it certifies`),
    );
  });

  it('has the hash of each version that it certifies, and the figures that the postings come to', async () => {
    const path = 'certified/2017-18-v2.json';
    const version = jsonIn(good, path);
    const wrong = rehashed({ ...version, totals: { ...version.totals, cash: '1.00' } });

    expect(await verdictOn(changed(good, { [path]: bytesOf(wrong) }))).toEqual(
      isWrong(`${path}, its SHA-256, which journal.jsonl, entry ${entries.length} names`),
    );
    expect(await verdictOn(withEntries(good, signedAtLast(wrong), { [path]: bytesOf(wrong) }))).toEqual(
      isWrong(`${path}, totals, cash\n  expected: 8511.50\n  found:    1.00`),
    );
  });

  it('has every change in the list of changes of a version, and no others', async () => {
    const path = 'certified/2017-18-v2.json';
    const version = jsonIn(good, path);
    const { changes } = version.integrity;
    const spent = changes.findIndex(({ section, figure }: Json) => section === 'totals' && figure === 'expenditure');
    const withChanges = (all: Json[]) => ({ ...version, integrity: { ...version.integrity, changes: all } });
    const verdictOnChanges = (all: Json[]) => {
      const after = withChanges(all);
      return verdictOn(withEntries(good, signedAtLast(after), { [path]: bytesOf(after) }));
    };

    expect(changes[spent]).toMatchObject({ difference: '45.50' });
    expect(await verdictOnChanges(changes)).toMatchObject({ code: 0 });
    expect(await verdictOnChanges(changes.toSpliced(spent, 1))).toEqual(
      isWrong(`${path}, changes, totals, expenditure, before and after`),
    );
    expect(await verdictOnChanges(changes.with(spent, { ...changes[spent], difference: '45.00' }))).toEqual(
      isWrong(`${path}, changes, totals, expenditure, difference\n  expected: 45.50\n  found:    45.00`),
    );
    expect(await verdictOnChanges([...changes, { ...changes[spent], figure: 'grossIncome' }])).toEqual(
      isWrong(`${path}, changes, totals, grossIncome\n  expected: no change`),
    );
  });
});

/** The journal with its last entry, which certifies, made to certify something else. */
function signedAtLast(statement: Json): Json[] {
  const { statementHash } = statement;
  const documentHash = createHash('sha256').update(bytesOf(statement)).digest('hex');
  const last = entries.at(-1);
  const documents = last.facts.documents.with(0, { contentType: 'application/json', hash: documentHash });
  return rechained(entries.with(-1, { ...last, facts: { ...last.facts, statementHash, documentHash, documents } }));
}

const withPosting = (entry: Json, change: object): Json => ({
  ...entry,
  postings: [{ ...entry.postings[0], ...change }, ...entry.postings.slice(1)],
});
const withAmount = (entry: Json, debit: unknown): Json => withPosting(entry, { debit });
