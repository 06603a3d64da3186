import type { FinancialYear } from '../financial-year.ts';
import { type Amounts, type AwardBalance, debitsByQualifier, debitsOf } from '../ledger/balance.ts';
import { Money } from '../money.ts';

/** Qualifiers of award expenditure: payments, and refunds. */
export const wentOut = 'payments';
export const cameBack = 'refunds';

/** What was paid to an award, came back and is committed, in a year and up to its end. */
export type AwardFigures = {
  readonly paidInYear: Money;
  readonly refundedInYear: Money;
  readonly paidToDate: Money;
  readonly refundedToDate: Money;
  readonly committed: Money;
  readonly committedBefore: Money;
  /** Whether anything was posted in the year, also where it came to nothing. */
  readonly hasMoved: boolean;
};

export function awardFigures(balances: readonly AwardBalance[], year: FinancialYear): AwardFigures {
  const daysIn = (isWanted: (of: FinancialYear) => boolean): Amounts[] =>
    balances
      .filter(({ financialYear }) => isWanted(financialYear))
      .flatMap(({ days }) => Object.values(days).map((amounts) => ({ amounts })));
  const [inYear, before] = [daysIn((of) => of === year), daysIn((of) => of < year)];
  const toDate = [...before, ...inYear];
  const spent = (of: readonly Amounts[], qualifier: string): Money =>
    debitsByQualifier(of, 'award-expenditure').get(qualifier) ?? Money.zero;
  return {
    paidInYear: spent(inYear, wentOut),
    refundedInYear: spent(inYear, cameBack).negated(),
    paidToDate: spent(toDate, wentOut),
    refundedToDate: spent(toDate, cameBack).negated(),
    committed: debitsOf(toDate, 'commitments'),
    committedBefore: debitsOf(before, 'commitments'),
    hasMoved: inYear.length > 0,
  };
}
