import { Money } from '../../../domain/money.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { ShownGrant } from './grant-words.ts';

export type InstalmentStanding = {
  readonly dueOn: PlainDate;
  readonly amount: Money;
  /** What receipts cover of it. */
  readonly received: Money;
  readonly standing: 'received' | 'late' | 'due';
};

/** Which instalments were received: receipts cover them from the first on, whatever each was meant for. */
export function instalmentStandings(
  { instalments, receivedAmount }: Pick<ShownGrant, 'instalments' | 'receivedAmount'>,
  today: PlainDate,
): InstalmentStanding[] {
  let left = receivedAmount;
  return instalments.map(({ dueOn, amount }) => {
    const received = Money.min(left, amount);
    left = left.minus(received);
    const standing = received.equals(amount) ? 'received' : dueOn < today ? 'late' : 'due';
    return { dueOn, amount, received, standing };
  });
}

/** What should have been received before today, and was not. */
export function lateAmount(
  grant: Pick<ShownGrant, 'instalments' | 'receivedAmount' | 'reversedOn'>,
  today: PlainDate,
): Money {
  if (grant.reversedOn !== undefined) return Money.zero;
  const late = instalmentStandings(grant, today).filter(({ standing }) => standing === 'late');
  return Money.sum(late.map(({ amount, received }) => amount.minus(received)));
}
