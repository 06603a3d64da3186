import { instalmentsReceived, type ReceivedInstalment } from '../../../domain/grant/instalments-received.ts';
import { Money } from '../../../domain/money.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { ShownGrant } from './grant-words.ts';

export type InstalmentStanding = ReceivedInstalment & { readonly standing: 'received' | 'late' | 'due' };

/** How each instalment of a grant stands today. */
export const instalmentStandings = (
  { instalments, receivedAmount }: Pick<ShownGrant, 'instalments' | 'receivedAmount'>,
  today: PlainDate,
): InstalmentStanding[] =>
  instalmentsReceived(instalments, receivedAmount).map((instalment) => {
    const { received, amount, dueOn } = instalment;
    return { ...instalment, standing: received.equals(amount) ? 'received' : dueOn < today ? 'late' : 'due' };
  });

/** What should have been received before today, and was not. */
export function lateAmount(
  grant: Pick<ShownGrant, 'instalments' | 'receivedAmount' | 'reversedOn'>,
  today: PlainDate,
): Money {
  if (grant.reversedOn !== undefined) return Money.zero;
  const late = instalmentStandings(grant, today).filter(({ standing }) => standing === 'late');
  return Money.sum(late.map(({ amount, received }) => amount.minus(received)));
}
