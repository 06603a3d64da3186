import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { type Award, committedAmount } from './award.ts';

/** Payments taken back later than a date: until then, they stood. */
const takenBackAfter = ({ takenBack }: Award, date: PlainDate): Money =>
  Money.sum(takenBack.filter(({ on }) => on > date).map(({ amount }) => amount));

/** What stands as paid at some time from a date on, later payments included. */
export const paidStandingAfter = (award: Award, date: PlainDate): Money =>
  award.paidAmount.plus(takenBackAfter(award, date));

/**
 * What can be paid on a date, so that no day, then or later, has more paid than was approved: of what is committed now,
 * what was approved by then and stays approved, and was not in use.
 */
export function payableOn(award: Award, date: PlainDate): Money | undefined {
  const confirmed = award.approvals.flatMap(({ decidedOn, amountApproved: amount }) =>
    amount === undefined ? [] : [{ decidedOn, amount }],
  );
  const inForce = confirmed.findLastIndex(({ decidedOn }) => decidedOn <= date);
  if (inForce < 0) return undefined;
  const [first, ...later] = confirmed.slice(inForce).map(({ amount }) => amount);
  if (first === undefined) return undefined;
  const least = Money.min(first, ...later);
  const payable = least.minus(award.releasedAmount).minus(paidStandingAfter(award, date));
  return Money.min(payable, committedAmount(award));
}
