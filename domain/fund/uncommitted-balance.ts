import type { FinancialYear } from '../financial-year.ts';
import { type Balance, debitsOf, worthOf } from '../ledger/balance.ts';
import type { Money } from '../money.ts';
import { refuse } from '../refusal.ts';

/** What is free at the end of a year: everything up to then, less what is committed. */
export function uncommittedBalance(balances: readonly Balance[], year: FinancialYear): Money {
  const upTo = balances.filter(({ financialYear }) => financialYear <= year);
  return worthOf(upTo).minus(debitsOf(upTo, 'commitments'));
}

/**
 * The lowest uncommitted balance at the end of a year and of every later year with entries, so that money is never
 * promised twice and next year's grant never pays for this year.
 */
export function lowestUncommitted(
  balances: readonly Balance[],
  from: FinancialYear,
): { financialYear: FinancialYear; available: Money } {
  const later = balances.map(({ financialYear }) => financialYear).filter((year) => year > from);
  return [from, ...new Set(later)]
    .map((financialYear) => ({ financialYear, available: uncommittedBalance(balances, financialYear) }))
    .reduce((least, next) => (next.available.isLessThan(least.available) ? next : least));
}

/** Refuses to take more from a fund, from a year on, than what is free. */
export function assertAvailable(of: string, balances: readonly Balance[], from: FinancialYear, needed: Money): void {
  const { financialYear, available } = lowestUncommitted(balances, from);
  if (needed.isMoreThan(available)) refuse({ code: 'insufficient-funds', of, needed, available, financialYear });
}
