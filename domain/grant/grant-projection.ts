import { type EntryPlace, enteredAt, type ReversalPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change } from '../ledger/records.ts';
import { found } from '../refusal.ts';
import { agreed, agreementUndone } from './agreement-projection.ts';
import { referenceFreed, referenceUsed } from './bank-reference-projection.ts';
import {
  conditionMet,
  conditionUndone,
  topSliced,
  topSliceUndone,
  variationUndone,
  varied,
} from './change-projection.ts';
import { receiptUndone, received } from './receipt-projection.ts';

type GrantFact = Extract<
  Fact,
  {
    type:
      | 'grant-agreed'
      | 'receipt-recorded'
      | 'top-slice-notified'
      | 'grant-varied'
      | 'condition-met'
      | 'expenditure-recorded'
      | 'repayment-recorded'
      | 'repayment-refunded';
  }
>;

/** The records after something happened to a grant, or was spent. */
export function projectGrantFact(fact: GrantFact, place: EntryPlace, view: LedgerView): Change[] {
  switch (fact.type) {
    case 'grant-agreed':
      return agreed(fact.facts, place, view);
    case 'receipt-recorded':
      return received(fact.facts, place, view);
    case 'top-slice-notified':
      return topSliced(fact.facts, place, view);
    case 'grant-varied':
      return varied(fact.facts, place, view);
    case 'condition-met':
      return conditionMet(fact.facts, place, view);
    case 'expenditure-recorded':
      return [change('expenditure', fact.facts.id, { ...fact.facts, ...enteredAt(place) })];
    case 'repayment-recorded':
      return [];
    case 'repayment-refunded':
      return [referenceUsed(fact.facts, view)];
  }
}

/** The records after such an entry was reversed. */
export function undoGrantFact(fact: GrantFact, place: ReversalPlace, view: LedgerView): Change[] {
  switch (fact.type) {
    case 'grant-agreed':
      return agreementUndone(fact.facts, place, view);
    case 'receipt-recorded':
      return receiptUndone(fact.facts, place, view);
    case 'top-slice-notified':
      return topSliceUndone(fact.facts, place, view);
    case 'grant-varied':
      return variationUndone(fact.facts, place, view);
    case 'condition-met':
      return conditionUndone(fact.facts, place, view);
    case 'expenditure-recorded': {
      const expenditure = found(view.get('expenditure', fact.facts.id), 'expenditure', fact.facts.id);
      return [change('expenditure', expenditure.id, { ...expenditure, reversedBy: place.sequence })];
    }
    case 'repayment-recorded':
      return [];
    case 'repayment-refunded':
      return [referenceFreed(fact.facts, view)];
  }
}
