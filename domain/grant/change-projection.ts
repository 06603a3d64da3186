import { type EntryPlace, enteredAt, type ReversalPlace } from '../ledger/entry-place.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, ofGrant } from '../ledger/records.ts';
import { found } from '../refusal.ts';
import { grantOf } from './agreement-projection.ts';
import type { ConditionMet } from './condition.ts';
import type { Condition, Grant } from './grant.ts';
import { adjusted } from './instalment.ts';
import type { TopSliceNotified } from './top-slice.ts';
import { undoVariation } from './undo-variation.ts';
import type { GrantVaried } from './variation.ts';

export function topSliced({ netAmount, ...facts }: TopSliceNotified, place: EntryPlace, view: LedgerView): Change[] {
  const grant = grantOf(facts, view);
  return [
    change('topSlice', ofGrant(grant.id, facts.id), { ...facts, ...enteredAt(place) }),
    change('grant', grant.id, {
      ...grant,
      topSlicedAmount: grant.topSlicedAmount.plus(facts.amount),
      netAmount,
      instalments: adjusted(grant.instalments, netAmount, upliftOf(grant, place)),
      laterTopSliceCount: grant.laterTopSliceCount + 1,
    }),
  ];
}

export function topSliceUndone(facts: TopSliceNotified, place: ReversalPlace, view: LedgerView): Change[] {
  const grant = grantOf(facts, view);
  const key = ofGrant(grant.id, facts.id);
  const netAmount = grant.netAmount.plus(facts.amount);
  return [
    change('topSlice', key, { ...found(view.get('topSlice', key), 'top-slice', key), reversedBy: place.sequence }),
    change('grant', grant.id, {
      ...grant,
      topSlicedAmount: grant.topSlicedAmount.minus(facts.amount),
      netAmount,
      instalments: adjusted(grant.instalments, netAmount, upliftOf(grant, place)),
      laterTopSliceCount: grant.laterTopSliceCount - 1,
    }),
  ];
}

export function varied(facts: GrantVaried, place: EntryPlace, view: LedgerView): Change[] {
  const { id, grantId, effectiveOn, netAmount, after } = facts;
  const lastVariation = { id, sequence: place.sequence, effectiveOn };
  return [
    change('variation', ofGrant(grantId, id), { ...facts, ...enteredAt(place) }),
    change('grant', grantId, { ...grantOf(facts, view), ...after, netAmount, lastVariation }),
  ];
}

export function variationUndone(facts: GrantVaried, place: ReversalPlace, view: LedgerView): Change[] {
  const key = ofGrant(facts.grantId, facts.id);
  return [
    change('variation', key, { ...found(view.get('variation', key), 'variation', key), reversedBy: place.sequence }),
    change('grant', facts.grantId, undoVariation(grantOf(facts, view), facts, place.effectiveOn)),
  ];
}

export function conditionMet(facts: ConditionMet, { sequence }: EntryPlace, view: LedgerView): Change[] {
  const fulfilment = { sequence, metOn: facts.metOn };
  return [withFulfilments(facts, view, (all) => [...all, fulfilment])];
}

export function conditionUndone(facts: ConditionMet, place: ReversalPlace, view: LedgerView): Change[] {
  const { effectiveOn: reversedOn, original } = place;
  return [
    withFulfilments(facts, view, (all) => all.map((one) => (one.sequence === original ? { ...one, reversedOn } : one))),
  ];
}

const upliftOf = ({ receivedAmount: received }: Grant, { effectiveOn: dueOn }: EntryPlace) => ({ received, dueOn });

type Fulfilments = Condition['fulfilments'];

function withFulfilments(facts: ConditionMet, view: LedgerView, after: (all: Fulfilments) => Fulfilments): Change {
  const grant: Grant = grantOf(facts, view);
  const conditions = grant.conditions.map((condition, place) =>
    place === facts.condition - 1 ? { ...condition, fulfilments: after(condition.fulfilments) } : condition,
  );
  return change('grant', grant.id, { ...grant, conditions });
}
