import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change } from '../ledger/records.ts';
import type { Money } from '../money.ts';
import { found } from '../refusal.ts';
import { normalised, withMovement, withoutMovement } from './bank-reference.ts';

type BankMovement = { readonly bankReference: string; readonly amount: Money; readonly bankTotal?: Money };

export function referenceUsed(movement: BankMovement, view: LedgerView): Change {
  const reference = normalised(movement.bankReference);
  return change('bankReference', reference, withMovement(view.get('bankReference', reference), movement));
}

export function referenceFreed({ bankReference, amount }: BankMovement, view: LedgerView): Change {
  const reference = normalised(bankReference);
  const existing = found(view.get('bankReference', reference), 'bank reference', reference);
  return change('bankReference', reference, withoutMovement(existing, amount));
}
