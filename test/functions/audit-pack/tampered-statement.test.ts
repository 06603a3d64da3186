import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recomputed } from '../../domain/statement/statements.ts';
import { filesOf } from './packs.ts';
import { bytesOf, changed, type Json, jsonIn, rehashed } from './tampering.ts';
import { checkIn, extracted, verdictOn } from './verifying.ts';
import { workedExample } from './worked-example.ts';

const { ledger, archive } = workedExample();
const good = filesOf(ledger, '2017-18', archive);
const statement = jsonIn(good, 'statement.json');
const isWrong = (what: string) => ({ code: 1, told: expect.stringContaining(what) });

/** The pack with another statement, the hashes of which are right. */
const withStatement = (other: Json) => changed(good, { 'statement.json': bytesOf(rehashed(other)) });
const withLines = (part: string, lines: Json[]) => withStatement({ ...statement, [part]: lines });

const parts = ['funds', 'grants', 'awards', 'expenditure', 'totals', 'sharedFunds'];
const money = /^-?\d+\.\d\d$/;
const aPennyMore = (amount: string): string => `${amount.slice(0, -1)}${(Number(amount.at(-1)) + 1) % 10}`;

type Figure = { readonly path: readonly string[]; readonly amount: string };

/** Every figure of a statement, and where it stands. */
const figuresIn = (value: Json, path: readonly string[] = []): Figure[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => figuresIn(one, [...path, name]))
    : money.test(value) && path.at(-1) !== 'minuteReference'
      ? [{ path, amount: value }]
      : [];

function withFigure(value: Json, [name = '', ...path]: readonly string[], amount: string): Json {
  const one = path.length === 0 ? amount : withFigure(value[name], path, amount);
  return Array.isArray(value) ? value.with(Number(name), one) : { ...value, [name]: one };
}

describe('the statement of a pack', () => {
  it('is what the postings come to: whichever figure is changed is named', async () => {
    const figures = figuresIn(Object.fromEntries(parts.map((part) => [part, statement[part]])));
    await extracted(good, async (folder) => {
      for (const { path, amount } of figures) {
        const files = withStatement(withFigure(statement, path, aPennyMore(amount)));
        for (const name of ['statement.json', 'manifest.json'])
          writeFileSync(join(folder, name), files.get(name) ?? '');

        const told = await checkIn(folder);

        const figure = path.slice(1).find((name) => Number.isNaN(Number(name))) ?? '';
        expect(told).toContain(`statement.json, ${path[0]}`);
        expect(told).toContain(path[0] === 'sharedFunds' ? 'totalAmount' : `, ${figure}\n`);
      }
    });
    expect(figures.length).toBeGreaterThan(100);
  });

  it('says so to whoever runs the verifier', async () => {
    const tampered = withStatement(withFigure(statement, ['totals', 'closingBalance'], '7000.01'));

    expect(await verdictOn(tampered)).toEqual({
      code: 1,
      told: [
        'The pack is NOT in order. The first thing that is wrong:',
        '',
        'statement.json, totals, closingBalance',
        '  expected: 7000.00',
        '  found:    7000.01',
        '',
      ].join('\n'),
    });
  });

  it.each(['funds', 'grants', 'awards', 'expenditure'])('has every line that there must be, once: %s', async (part) => {
    const lines = statement[part];

    expect(lines.length).toBeGreaterThan(0);
    expect(await verdictOn(withLines(part, lines.slice(1)))).toEqual(isWrong(`statement.json, ${part} `));
    expect(await verdictOn(withLines(part, [...lines, lines[0]]))).toEqual(
      isWrong('expected: no such line, or no second one'),
    );
    const stranger = { ...lines[0], fundId: 'other', grantId: 'other', awardId: 'other' };
    expect(await verdictOn(withLines(part, [...lines, stranger]))).toEqual(isWrong(`statement.json, ${part} other`));
  });

  it('has no figure that the journal does not tell', async () => {
    const [fund, ...others] = statement.funds;

    expect(await verdictOn(withLines('funds', [{ ...fund, reserve: '1.00' }, ...others]))).toEqual(
      isWrong('statement.json, funds partnership-fund, reserve'),
    );
  });

  it('says what was decided about awards, and what they are called', async () => {
    const [award, ...others] = statement.awards;

    for (const change of [{ decidedOn: '2017-10-07' }, { minuteReference: '9.2' }, { title: 'Another' }]) {
      const [name] = Object.keys(change);
      expect(await verdictOn(withLines('awards', [{ ...award, ...change }, ...others]))).toEqual(
        isWrong(`statement.json, awards ${award.awardId}, ${name}`),
      );
    }
  });

  it('says each thing once', async () => {
    const text = JSON.stringify(statement).replace('"closingBalance":', '"closingBalance":"9.99","closingBalance":');

    expect(await verdictOn(changed(good, { 'statement.json': Buffer.from(text) }))).toEqual(
      isWrong('statement.json, its text, each member once'),
    );
  });

  it.each<[string, object]>([
    ['status', { status: 'closed' }],
    ['version', { version: 1 }],
    ['financialYear', { financialYear: '2016-17' }],
    ['asOf', { asOf: '2018-04-01' }],
    ['knownAt', { knownAt: 1 }],
    ['generatedAt', { generatedAt: '2018-06-30T09:00:00.000Z' }],
    ['integrity, hash', { integrity: { ...statement.integrity, hash: '0'.repeat(64) } }],
    ['integrity, trialBalance', { integrity: { ...statement.integrity, trialBalance: '0.01' } }],
    [
      'exceptions over-committed/tru-cam',
      { exceptions: [{ code: 'over-committed', fundId: 'tru-cam', uncommitted: '-1.00' }] },
    ],
    [
      'exceptions overpaid-to-funder/tru-cam',
      { exceptions: [{ code: 'overpaid-to-funder', fundId: 'tru-cam', amount: '1.00' }] },
    ],
  ])('is of the year, the day and the entry that it says: %s', async (named, change) => {
    expect(await verdictOn(withStatement({ ...statement, ...change }))).toEqual(isWrong(`statement.json, ${named}`));
  });

  it('is not that of a part of the year, true as it may be', async () => {
    const { status, version } = statement;
    const early = { ...recomputed(ledger, '2017-18', '2017-10-31'), status, version };

    expect(await verdictOn(changed(good, { 'statement.json': bytesOf(early) }))).toEqual(
      isWrong('statement.json, asOf\n  expected: 2018-03-31\n  found:    2017-10-31'),
    );
  });

  it('has the hash that it states', async () => {
    const other = changed(good, { 'statement.json': bytesOf({ ...statement, basis: 'Whatever suits.' }) });

    expect(await verdictOn(other)).toEqual(isWrong('statement.json, statementHash'));
  });

  it.each<[string, Json]>([
    ['a funder', { grants: statement.grants.map((line: Json) => ({ ...line, funder: { id: 'x', name: 'Nobody' } })) }],
    ['the basis', { basis: 'Accruals.' }],
    ['where figures come from', { sources: {} }],
    ['a part that there isn’t', { bonus: [{ amount: '1000000.00' }] }],
  ])('of a certified year is what was signed: %s of one’s own is found', async (_, other) => {
    const verdict = await verdictOn(withStatement({ ...statement, ...other }));

    expect(statement.status).toBe('certified');
    expect(verdict).toEqual(isWrong('statement.json, statementHash, as signed'));
  });

  it('carries no signature, and no list of changes, which only certified versions have', async () => {
    const certification = { name: 'Forged Person', role: 'CFO', certifiedOn: '2018-06-30' };
    const forged = [{ certification }, { changes: [] }].map((more) =>
      withStatement({ ...statement, integrity: { ...statement.integrity, ...more } }),
    );

    const verdicts = await Promise.all(forged.map(verdictOn));

    expect(verdicts).toEqual(forged.map(() => isWrong('statement.json, integrity, its members')));
  });
});
