import { Money } from '../money.ts';
import type { Instalment } from './instalment.ts';

/** An instalment, and what receipts cover of it. */
export type ReceivedInstalment = Instalment & { readonly received: Money };

/** What was received of each instalment: receipts cover them from the first on, whatever each was meant for. */
export function instalmentsReceived(instalments: readonly Instalment[], receivedAmount: Money): ReceivedInstalment[] {
  let left = receivedAmount;
  return instalments.map((instalment) => {
    const received = Money.min(left, instalment.amount);
    left = left.minus(received);
    return { ...instalment, received };
  });
}
