import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYearOf } from '../../../domain/financial-year.ts';
import { storeOf, verified } from '../ledger/verified.ts';
import { runs } from '../runs.ts';
import { recomputed } from '../statement/statements.ts';
import { examples } from './examples.ts';
import { RandomAwards } from './random-awards.ts';
import { actNames, anyDay, type Step, steps } from './steps.ts';
import { checkStatement } from './told.ts';

const taken = (all: readonly Step[]): RandomAwards => {
  const random = new RandomAwards();
  for (const one of all) random.take(one);
  return random;
};

describe('random meetings and awards', () => {
  it('keep every rule and every figure true after each command, and the journal verifiable', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const random = taken(all);
        random.checkAll();
        const { head: _, ...report } = verified(storeOf(random.ledger));
        expect(report).toMatchObject({ chainValid: true, balancesMatch: true, discrepancies: [] });
      }),
      { ...runs(50), examples },
    );
  });

  it('add up on any day', () => {
    fc.assert(
      fc.property(steps, fc.array(anyDay, { minLength: 1, maxLength: 3 }), (all, days) => {
        const { ledger, model } = taken(all);
        for (const day of days) checkStatement(recomputed(ledger, financialYearOf(day), day), model);
      }),
      runs(15),
    );
  });

  it('are accepted and refused for every reason there is', () => {
    const tried = fc.sample(steps, { seed: 2017, numRuns: 100 }).flatMap((all) => taken(all).tried);
    const counts = new Map(
      [...Map.groupBy(tried, ({ act, code }) => `${act} ${code}`)].map(([of, all]) => [of, all.length]),
    );
    const wanted = [
      ...actNames.map((act) => [`${act} accepted`, 3] as const),
      ...Object.entries(reasons).flatMap(([act, codes]) => codes.map((code) => [`${act} ${code}`, 1] as const)),
    ];

    const accepted = tried.filter(({ code }) => code === 'accepted').length;
    const shares = {
      accepted: accepted * 2 > tried.length,
      rare: wanted.filter(([of, least]) => (counts.get(of) ?? 0) < least),
    };

    expect(shares).toEqual({ accepted: true, rare: [] });
  });
});

/** What the acts that decide and pay are refused for, among random ones. */
const reasons = {
  decide: [
    'meeting-not-open',
    'meeting-not-quorate',
    'not-presiding',
    'separation-of-duties',
    'interest-declared',
    'invalid-transition',
    'date-out-of-order',
    'amount-not-confirmed',
    'insufficient-funds',
    'approval-exceeds-request',
    'approval-below-paid',
  ],
  'chairs-action': ['not-presiding', 'separation-of-duties', 'chairs-action-limit', 'insufficient-funds'],
  ratify: ['meeting-not-open', 'not-presiding', 'separation-of-duties', 'invalid-transition'],
  pay: ['separation-of-duties', 'invalid-transition', 'date-out-of-order', 'payment-exceeds-commitment'],
  refund: ['separation-of-duties', 'date-out-of-order', 'refund-exceeds-paid'],
  'close-award': ['invalid-transition', 'date-out-of-order'],
  reverse: ['separation-of-duties', 'date-out-of-order', 'already-reversed', 'not-reversible'],
  'set-terms': ['terms-relied-on'],
} as const satisfies Partial<Record<(typeof actNames)[number], readonly string[]>>;
