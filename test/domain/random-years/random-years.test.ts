import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { storeOf, verified } from '../ledger/verified.ts';
import { runs } from '../runs.ts';
import { recomputed, statementOf } from '../statement/statements.ts';
import { asJson, recordTypes } from '../test-ledger.ts';
import { RandomYears, randomYears, type Taken } from './random-years.ts';
import { actNames, type Step, steps, years } from './steps.ts';
import { activityOf, brokenOpenings, checkStatement } from './told.ts';

const ofYear = ['close', 'reopen', 'certify'];

/** Takes each step, and holds what came of it against the model. */
function taken(all: readonly Step[]): RandomYears {
  const random = new RandomYears();
  let last = statementsOf(random);
  for (const step of all) {
    const one = random.take(step);
    if (one === undefined) continue;
    const statements = statementsOf(random);
    checkStep(random, one, statements);
    if (ofYear.includes(one.command.act)) expect(statements.map(activityOf)).toEqual(last.map(activityOf));
    last = statements;
  }
  return random;
}

const statementsOf = ({ ledger }: RandomYears): YearEndStatement[] => years.map((year) => statementOf(ledger, year));

function checkStep(
  { model, commands }: RandomYears,
  { command, outcome, expected, restores }: Taken,
  statements: readonly YearEndStatement[],
): void {
  const told = `\n${commands.map((each) => JSON.stringify(each)).join('\n')}\n`;
  const code = typeof outcome === 'string' ? outcome : 'accepted';
  expect(expected.length > 0 ? expected : ['accepted'], told).toContain(code);
  for (const statement of statements) checkStatement(statement, model);
  expect(brokenOpenings(statements), told).toEqual([]);
  for (const { financialYear, statementHash } of statements) {
    const { closing } = model.year(financialYear);
    // Nothing that is posted elsewhere changes what a closed year's statement says.
    if (closing !== undefined) expect(statementHash, told).toBe(closing.hash);
  }
  if (command.act !== 'reopen' || code !== 'accepted') return;
  const reopened = statements.find(({ financialYear }) => financialYear === command.year);
  expect([reopened?.status, reopened?.statementHash], told).toEqual(['open', restores]);
}

describe('random histories of several years', () => {
  it('keep every rule and every figure true through closings, returns, repayments and reopenings', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ledger } = taken(all);
        const replay = new Replay();
        for (const entry of ledger.entries) replay.add(JournalEntry.parse(asJson(entry)));
        for (const type of recordTypes) {
          deepStrictEqual(asJson([...replay.state.all(type)]), asJson([...ledger.state.all(type)]));
        }
        const { head: _, ...report } = verified(storeOf(ledger));
        expect(report).toMatchObject({ chainValid: true, balancesMatch: true, discrepancies: [] });
        for (const year of years) {
          const kept = statementOf(ledger, year);
          expect(JSON.stringify(recomputed(ledger, year, kept.asOf))).toBe(JSON.stringify(kept));
        }
      }),
      runs(40),
    );
  });

  it('are what others are given, too: a ledger and its years', () => {
    fc.assert(
      fc.property(randomYears(), ({ ledger, years: all }) => {
        expect(all.map((year) => statementOf(ledger, year).integrity.trialBalance.text)).toEqual(all.map(() => '0.00'));
      }),
      runs(5),
    );
  });

  it('are accepted and refused for every reason there is', () => {
    const tried = fc.sample(steps, { seed: 2018, numRuns: 150 }).flatMap((all) => {
      const random = new RandomYears();
      return all.flatMap((step) => {
        const { command, outcome } = random.take(step) ?? {};
        return command === undefined ? [] : [`${command.act} ${typeof outcome === 'string' ? outcome : 'accepted'}`];
      });
    });
    const counts = new Map([...Map.groupBy(tried, (one) => one)].map(([one, all]) => [one, all.length]));
    const wanted = [
      ...actNames.map((act) => [`${act} accepted`, 5] as const),
      ...Object.entries(refusals).flatMap(([act, codes]) => codes.map((code) => [`${act} ${code}`, 1] as const)),
    ];

    expect(wanted.filter(([one, most]) => (counts.get(one) ?? 0) < most)).toEqual([]);
  });
});

/** What the acts are refused for, among random ones. */
const refusals = {
  agree: ['year-closed'],
  receive: ['year-closed', 'receipt-exceeds-outstanding'],
  spend: ['year-closed', 'insufficient-funds'],
  approve: ['year-closed', 'insufficient-funds'],
  pay: ['year-closed', 'date-out-of-order', 'payment-exceeds-commitment'],
  repay: ['year-closed', 'repayment-exceeds-owed'],
  'repay-back': ['year-closed', 'repayment-exceeds-owed'],
  reverse: ['year-closed', 'date-out-of-order', 'already-reversed'],
  close: [
    'year-closed',
    'year-not-ended',
    'previous-year-open',
    'disposals-do-not-sum',
    'return-exceeds-unspent',
    'return-exceeds-uncommitted',
    'approval-reference-required',
  ],
  certify: ['year-not-closed', 'already-exists', 'separation-of-duties', 'stale-statement'],
  reopen: ['year-not-closed', 'later-year-closed'],
} as const satisfies Partial<Record<(typeof actNames)[number], readonly string[]>>;
