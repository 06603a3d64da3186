import { newFunder } from '../fund/fund-projection.ts';
import { type EntryPlace, enteredAt, type ReversalPlace } from '../ledger/entry-place.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, ofGrant } from '../ledger/records.ts';
import { Money } from '../money.ts';
import { found } from '../refusal.ts';
import { type Grant, type GrantAgreed, termsOf } from './grant.ts';

/** The grant that a fact is about. */
export const grantOf = ({ grantId }: { readonly grantId: string }, view: LedgerView): Grant =>
  found(view.get('grant', grantId), 'grant', grantId);

export function agreed(facts: GrantAgreed, place: EntryPlace, view: LedgerView): Change[] {
  const { id, fundId, agreedOn, reference, topSlices } = facts;
  const grant: Grant = {
    ...facts,
    effectiveOn: place.effectiveOn,
    agreed: termsOf(facts),
    topSlicedAmount: Money.sum(topSlices.map(({ amount }) => amount)),
    receivedAmount: Money.zero,
    conditions: facts.conditions.map((text) => ({ text, fulfilments: [] })),
    laterTopSliceCount: 0,
    sequence: place.sequence,
  };
  const kept = { grantId: id, fundId, notifiedOn: agreedOn, reference, ...enteredAt(place) };
  return [
    change('grant', id, grant),
    ...topSlices.map((topSlice) => change('topSlice', ofGrant(id, topSlice.id), { ...topSlice, ...kept })),
    ...newFunder(facts.funder, place, view),
  ];
}

export function agreementUndone({ id, topSlices }: GrantAgreed, place: ReversalPlace, view: LedgerView): Change[] {
  const { sequence: reversedBy, effectiveOn: reversedOn } = place;
  return [
    change('grant', id, { ...grantOf({ grantId: id }, view), reversedOn, reversedBy }),
    ...topSlices.map((topSlice) => {
      const key = ofGrant(id, topSlice.id);
      return change('topSlice', key, { ...found(view.get('topSlice', key), 'top-slice', key), reversedBy });
    }),
  ];
}
