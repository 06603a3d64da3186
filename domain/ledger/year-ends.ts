import { type FinancialYear, financialYearOf } from '../financial-year.ts';
import type { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Balance } from './balance.ts';

export type AtYearEnd = { readonly financialYear: FinancialYear; readonly amount: Money };

/** What balances come to at the end of a date's year and of every later year with entries. */
export function atYearEnds(
  balances: readonly Balance[],
  from: PlainDate,
  amountOf: (toDate: readonly Balance[], year: FinancialYear) => Money,
): AtYearEnd[] {
  const first = financialYearOf(from);
  const later = balances.map(({ financialYear }) => financialYear).filter((year) => year > first);
  return [first, ...[...new Set(later)].toSorted()].map((financialYear) => {
    const toDate = balances.filter((balance) => balance.financialYear <= financialYear);
    return { financialYear, amount: amountOf(toDate, financialYear) };
  });
}

/** The least of it: what may be taken on that date without any later year wanting it. */
export const lowestAtYearEnds = (...given: Parameters<typeof atYearEnds>): AtYearEnd =>
  atYearEnds(...given).reduce((least, next) => (next.amount.isLessThan(least.amount) ? next : least));
