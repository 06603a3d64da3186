import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import { storeOf, verified } from '../ledger/verified.ts';
import { runs } from '../runs.ts';
import { recomputed, statementOf } from '../statement/statements.ts';
import { asJson, recordTypes } from '../test-ledger.ts';
import { RandomYears, randomYears, type Taken } from './random-years.ts';
import { actNames, type Step, steps, years } from './steps.ts';
import { activityOf, brokenOpenings, checkStatement } from './told.ts';

/** Takes each step, and holds what came of it against the model. */
function taken(all: readonly Step[], check: (random: RandomYears, one: Taken) => void = checkStep): RandomYears {
  const random = new RandomYears();
  for (const step of all) {
    const before = years.map((year) => activityOf(statementOf(random.ledger, year)));
    const one = random.take(step);
    if (one === undefined) continue;
    check(random, one);
    const isOfYear = ['close', 'reopen', 'certify'].includes(one.command.act);
    if (isOfYear) expect(years.map((year) => activityOf(statementOf(random.ledger, year)))).toEqual(before);
  }
  return random;
}

function checkStep({ ledger, model, commands }: RandomYears, { command, outcome, expected, restores }: Taken): void {
  const told = `\n${commands.map((each) => JSON.stringify(each)).join('\n')}\n`;
  const code = typeof outcome === 'string' ? outcome : 'accepted';
  expect(expected.length > 0 ? expected : ['accepted'], told).toContain(code);
  const statements = years.map((year) => statementOf(ledger, year));
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
      runs(60),
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
    const tried: string[] = [];
    const note = (_: RandomYears, { command, outcome }: Taken): void => {
      tried.push(`${command.act} ${typeof outcome === 'string' ? outcome : 'accepted'}`);
    };
    for (const all of fc.sample(steps, { seed: 2018, numRuns: 120 })) taken(all, note);
    const counts = new Map([...Map.groupBy(tried, (one) => one)].map(([one, all]) => [one, all.length]));
    const wanted = [
      ...actNames.map((act) => [`${act} accepted`, 10] as const),
      ...Object.entries(refusals).flatMap(([act, codes]) => codes.map((code) => [`${act} ${code}`, 1] as const)),
    ];
    console.log([...counts].toSorted());

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
