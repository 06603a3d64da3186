import type { Grant } from '../grant/grant.ts';
import type { Instalment } from '../grant/instalment.ts';
import { Money } from '../money.ts';
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

/** Instalments less what was received, which counts towards the earliest first. */
export function unreceived(instalments: readonly Instalment[], received: Money): ExpectedInstalment[] {
  let left = received;
  return instalments.flatMap(({ dueOn, amount }) => {
    const covered = Money.min(amount, left);
    left = left.minus(covered);
    return covered.equals(amount) ? [] : [{ dueOn, unreceived: amount.minus(covered) }];
  });
}
