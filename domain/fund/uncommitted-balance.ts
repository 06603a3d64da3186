import { type Balance, debitsOf, worthOf } from '../ledger/balance.ts';
import { lowestAtYearEnds } from '../ledger/year-ends.ts';
import type { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';

/** What is free: everything up to then, less what is committed. */
export const uncommittedBalance = (toDate: readonly Balance[]): Money =>
  worthOf(toDate).minus(debitsOf(toDate, 'commitments'));

/**
 * Refuses to take more from a fund on a date than the lowest uncommitted balance at the end of that year and of every
 * later year with entries, so that money is never promised twice and next year's grant never pays for this year.
 */
export function assertAvailable(of: string, balances: readonly Balance[], on: PlainDate, needed: Money): void {
  const { financialYear, amount: available } = lowestAtYearEnds(balances, on, uncommittedBalance);
  if (needed.isMoreThan(available)) refuse({ code: 'insufficient-funds', of, needed, available, financialYear });
}
