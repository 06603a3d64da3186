import type { Grant } from '../grant/grant.ts';
import type { Instalment } from '../grant/instalment.ts';
import { instalmentsReceived } from '../grant/instalments-received.ts';
import type { Money } from '../money.ts';
import type { ExpectedInstalment, ExpectedReceipt } from './bank-ledger.ts';

type GrantDue = Pick<Grant, 'id' | 'title' | 'reference' | 'funder' | 'netAmount' | 'receivedAmount' | 'instalments'> &
  Pick<Partial<Grant>, 'reversedOn'>;

/** What a grant still brings; nothing where it was reversed or has all been received. */
export function expectedReceipts(grant: GrantDue): ExpectedReceipt[] {
  const { id: grantId, title, reference, funder, netAmount, receivedAmount, instalments } = grant;
  const outstandingAmount = netAmount.minus(receivedAmount);
  if (grant.reversedOn !== undefined || !outstandingAmount.isPositive()) return [];
  const due = unreceived(instalments, receivedAmount);
  return [{ grantId, title, reference, funderName: funder.name, outstandingAmount, instalments: due }];
}

/** Instalments less what was received of them. */
export const unreceived = (instalments: readonly Instalment[], receivedAmount: Money): ExpectedInstalment[] =>
  instalmentsReceived(instalments, receivedAmount)
    .filter(({ amount, received }) => !received.equals(amount))
    .map(({ dueOn, amount, received }) => ({ dueOn, unreceived: amount.minus(received) }));
