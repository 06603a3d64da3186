import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYearOf } from '../../../domain/financial-year.ts';
import { firstHash } from '../../../domain/ledger/journal-entry.ts';
import { storeOf, verified } from '../ledger/verified.ts';
import { runs } from '../runs.ts';
import { recomputed } from '../statement/statements.ts';
import { faultsIn } from './equations.ts';
import { expected, shown } from './expected.ts';
import { RandomLedger } from './random-ledger.ts';
import { anyDay, type Step, steps } from './steps.ts';
import { endOfYear } from './year.ts';

const taken = (all: readonly Step[]): RandomLedger => {
  const random = new RandomLedger();
  for (const one of all) random.take(one);
  return random;
};

describe('random commands', () => {
  it('keep every figure true after each of them, and the journal verifiable', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ledger } = taken(all);
        const { head, ...report } = verified(storeOf(ledger));
        expect(head.hash).not.toBe(firstHash);
        expect(report).toMatchObject({ chainValid: true, balancesMatch: true, discrepancies: [] });
        expect(report.trialBalance.text).toBe('0.00');
      }),
      runs(50),
    );
  });

  it('leave what statements said before them as it was', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (all, place) => {
        const { ledger, said } = taken(all);
        const { knownAt, year, bytes } = said[place % said.length] ?? expect.unreachable();
        expect(JSON.stringify(recomputed(ledger, year, endOfYear(year), knownAt))).toBe(bytes);
      }),
      runs(20),
    );
  });

  it('add up on any day', () => {
    fc.assert(
      fc.property(steps, fc.array(anyDay, { minLength: 1, maxLength: 3 }), (all, days) => {
        const { ledger, model } = taken(all);
        for (const day of days) {
          const statement = recomputed(ledger, financialYearOf(day), day);
          expect(faultsIn(statement)).toEqual([]);
          expect(shown(statement)).toEqual(expected(model, statement));
        }
      }),
      runs(20),
    );
  });
});
