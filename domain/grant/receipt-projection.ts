import { type EntryPlace, enteredAt, type ReversalPlace } from '../ledger/entry-place.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, ofGrant } from '../ledger/records.ts';
import { found } from '../refusal.ts';
import { grantOf } from './agreement-projection.ts';
import { referenceFreed, referenceUsed } from './bank-reference-projection.ts';
import type { ReceiptRecorded } from './receipt.ts';

export function received(facts: ReceiptRecorded, place: EntryPlace, view: LedgerView): Change[] {
  const grant = grantOf(facts, view);
  return [
    change('receipt', ofGrant(grant.id, facts.id), { ...facts, ...enteredAt(place) }),
    change('grant', grant.id, { ...grant, receivedAmount: grant.receivedAmount.plus(facts.amount) }),
    referenceUsed(facts, view),
  ];
}

export function receiptUndone(facts: ReceiptRecorded, place: ReversalPlace, view: LedgerView): Change[] {
  const grant = grantOf(facts, view);
  const key = ofGrant(grant.id, facts.id);
  const receipt = found(view.get('receipt', key), 'receipt', facts.id);
  return [
    change('receipt', key, { ...receipt, reversedBy: place.sequence }),
    change('grant', grant.id, { ...grant, receivedAmount: grant.receivedAmount.minus(facts.amount) }),
    referenceFreed(facts, view),
  ];
}
