import type { FinancialYear } from '../financial-year.ts';
import { type AwardBalance, debitsByQualifier, debitsOf } from '../ledger/balance.ts';
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
};

export function awardFigures(balances: readonly AwardBalance[], year: FinancialYear): AwardFigures {
  const toDate = balances.filter(({ financialYear }) => financialYear <= year);
  const inYear = toDate.filter(({ financialYear }) => financialYear === year);
  const before = toDate.filter(({ financialYear }) => financialYear < year);
  const spent = (of: readonly AwardBalance[], qualifier: string): Money =>
    debitsByQualifier(of, 'award-expenditure').get(qualifier) ?? Money.zero;
  return {
    paidInYear: spent(inYear, wentOut),
    refundedInYear: spent(inYear, cameBack).negated(),
    paidToDate: spent(toDate, wentOut),
    refundedToDate: spent(toDate, cameBack).negated(),
    committed: debitsOf(toDate, 'commitments'),
    committedBefore: debitsOf(before, 'commitments'),
  };
}
