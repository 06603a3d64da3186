import type { FinancialYear } from '../financial-year.ts';
import { type Balance, debitsOf, worthOf } from '../ledger/balance.ts';
import { lowestAtYearEnds } from '../ledger/year-ends.ts';
import type { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';

/** What is free: everything up to then, less what is committed. */
export const uncommittedBalance = (toDate: readonly Balance[]): Money =>
  worthOf(toDate).minus(debitsOf(toDate, 'commitments'));

/** An authority to promise more than there is: so many percent of the fund's balance, and who it is for. */
export type Allowance = { readonly percent: number; readonly by: string };

/**
 * Refuses to take more from a fund on a date than the lowest uncommitted balance at the end of that year and of every
 * later year with entries, so that money is never promised twice and next year's grant never pays for this year. Where
 * the terms of reference allow over-commitment, awards may go that much further.
 */
export function assertAvailable(
  of: string,
  balances: readonly Balance[],
  on: PlainDate,
  needed: Money,
  { percent, by }: Partial<Allowance> = {},
): void {
  const allowanceIn = (toDate: readonly Balance[]): Money => allowanceOf(toDate, percent);
  const { financialYear } = lowestAtYearEnds(balances, on, (toDate) =>
    uncommittedBalance(toDate).plus(allowanceIn(toDate)),
  );
  const toDate = balances.filter((balance) => balance.financialYear <= financialYear);
  const [available, allowance] = [uncommittedBalance(toDate), allowanceIn(toDate)];
  if (!needed.isMoreThan(available.plus(allowance))) return;
  refuse({
    code: 'insufficient-funds',
    of,
    needed,
    available,
    financialYear,
    ...(by === undefined ? {} : { by }),
    ...(percent === undefined ? {} : { allowance }),
  });
}

/** How far awards may go beyond what is free: so many percent of the fund's balance. */
const allowanceOf = (toDate: readonly Balance[], percent = 0): Money => worthOf(toDate).percentage(percent);

/** What is free on a date: the lowest of its year's end and of every later one with entries; and the allowance there. */
export function freeOn(
  balances: readonly Balance[],
  on: PlainDate,
  percent?: number,
): { financialYear: FinancialYear; available: Money; allowance: Money } {
  const { financialYear, amount: available } = lowestAtYearEnds(balances, on, uncommittedBalance);
  const toDate = balances.filter((balance) => balance.financialYear <= financialYear);
  return { financialYear, available, allowance: allowanceOf(toDate, percent) };
}
