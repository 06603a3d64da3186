import { type Balance, debitsOf } from '../ledger/balance.ts';
import { lowestAtYearEnds } from '../ledger/year-ends.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';

export const receivableIn = (toDate: readonly Balance[]): Money => debitsOf(toDate, 'grants-receivable');

/** Cash received: what is no longer receivable, and what came in advance. */
export const receivedIn = (toDate: readonly Balance[]): Money =>
  debitsOf(toDate, 'grant-income', 'top-slices', 'grants-receivable', 'received-in-advance').negated();

/**
 * What a grant still brings at the end of a date's year and of every later one: a receipt, a cut or a top-slice on that
 * date takes no more, so that no statement of any year shows more received than there was to receive.
 */
export function lowestReceivable(own: readonly Balance[], from: PlainDate): Money {
  const { amount } = lowestAtYearEnds(own, from, receivableIn);
  return amount.isNegative() ? Money.zero : amount;
}
