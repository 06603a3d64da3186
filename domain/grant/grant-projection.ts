import { newFunder } from '../fund/fund-projection.ts';
import { type EntryPlace, enteredAt, type ReversalPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, ofGrant } from '../ledger/records.ts';
import { Money } from '../money.ts';
import { found } from '../refusal.ts';
import { normalised, withMovement, withoutMovement } from './bank-reference.ts';
import { type Grant, type GrantAgreed, termsOf } from './grant.ts';
import { adjusted } from './instalment.ts';
import { undoVariation } from './undo-variation.ts';

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
    case 'receipt-recorded': {
      const { facts } = fact;
      const grant = grantOf(facts, view);
      const reference = normalised(facts.bankReference);
      return [
        change('receipt', ofGrant(grant.id, facts.id), { ...facts, ...enteredAt(place) }),
        change('grant', grant.id, { ...grant, receivedAmount: grant.receivedAmount.plus(facts.amount) }),
        change('bankReference', reference, withMovement(view.get('bankReference', reference), facts)),
      ];
    }
    case 'top-slice-notified': {
      const { netAmount, ...facts } = fact.facts;
      const grant = grantOf(facts, view);
      return [
        change('topSlice', ofGrant(grant.id, facts.id), { ...facts, ...enteredAt(place) }),
        change('grant', grant.id, {
          ...grant,
          topSlicedAmount: grant.topSlicedAmount.plus(facts.amount),
          netAmount,
          instalments: adjusted(grant.instalments, netAmount),
          laterTopSliceCount: grant.laterTopSliceCount + 1,
        }),
      ];
    }
    case 'grant-varied': {
      const { facts } = fact;
      const { id, effectiveOn, netAmount } = facts;
      const lastVariation = { id, sequence: place.sequence, effectiveOn };
      return [
        change('variation', ofGrant(facts.grantId, id), { ...facts, ...enteredAt(place) }),
        change('grant', facts.grantId, { ...grantOf(facts, view), ...facts.after, netAmount, lastVariation }),
      ];
    }
    case 'condition-met': {
      const { metOn, condition } = fact.facts;
      const fulfilment = { sequence: place.sequence, metOn };
      return [conditionChange(grantOf(fact.facts, view), condition, (all) => [...all, fulfilment])];
    }
    case 'expenditure-recorded':
      return [change('expenditure', fact.facts.id, { ...fact.facts, ...enteredAt(place) })];
    case 'repayment-recorded':
      return [];
    case 'repayment-refunded': {
      const reference = normalised(fact.facts.bankReference);
      return [change('bankReference', reference, withMovement(view.get('bankReference', reference), fact.facts))];
    }
  }
}

/** The records after such an entry was reversed. */
export function undoGrantFact(fact: GrantFact, place: ReversalPlace, view: LedgerView): Change[] {
  const { sequence: reversedBy, effectiveOn: reversedOn, original } = place;
  switch (fact.type) {
    case 'grant-agreed': {
      const { id, topSlices } = fact.facts;
      const marked = topSlices.map((topSlice) => ofGrant(id, topSlice.id));
      return [
        change('grant', id, { ...grantOf({ grantId: id }, view), reversedOn }),
        ...marked.map((key) =>
          change('topSlice', key, { ...found(view.get('topSlice', key), 'top-slice', key), reversedBy }),
        ),
      ];
    }
    case 'receipt-recorded': {
      const { id, grantId, amount, bankReference } = fact.facts;
      const grant = grantOf(fact.facts, view);
      const receipt = found(view.get('receipt', ofGrant(grantId, id)), 'receipt', id);
      return [
        change('receipt', ofGrant(grantId, id), { ...receipt, reversedBy }),
        change('grant', grantId, { ...grant, receivedAmount: grant.receivedAmount.minus(amount) }),
        freed(bankReference, amount, view),
      ];
    }
    case 'top-slice-notified': {
      const { id, grantId, amount } = fact.facts;
      const grant = grantOf(fact.facts, view);
      const topSlice = found(view.get('topSlice', ofGrant(grantId, id)), 'top-slice', id);
      const netAmount = grant.netAmount.plus(amount);
      return [
        change('topSlice', ofGrant(grantId, id), { ...topSlice, reversedBy }),
        change('grant', grantId, {
          ...grant,
          topSlicedAmount: grant.topSlicedAmount.minus(amount),
          netAmount,
          instalments: adjusted(grant.instalments, netAmount),
          laterTopSliceCount: grant.laterTopSliceCount - 1,
        }),
      ];
    }
    case 'grant-varied': {
      const { id, grantId } = fact.facts;
      const variation = found(view.get('variation', ofGrant(grantId, id)), 'variation', id);
      return [
        change('variation', ofGrant(grantId, id), { ...variation, reversedBy }),
        change('grant', grantId, undoVariation(grantOf(fact.facts, view), fact.facts)),
      ];
    }
    case 'condition-met': {
      const mark = (all: Fulfilments): Fulfilments =>
        all.map((one) => (one.sequence === original ? { ...one, reversedOn } : one));
      return [conditionChange(grantOf(fact.facts, view), fact.facts.condition, mark)];
    }
    case 'expenditure-recorded': {
      const expenditure = found(view.get('expenditure', fact.facts.id), 'expenditure', fact.facts.id);
      return [change('expenditure', expenditure.id, { ...expenditure, reversedBy })];
    }
    case 'repayment-recorded':
      return [];
    case 'repayment-refunded':
      return [freed(fact.facts.bankReference, fact.facts.amount, view)];
  }
}

type Fulfilments = Grant['conditions'][number]['fulfilments'];

const grantOf = ({ grantId }: { readonly grantId: string }, view: LedgerView): Grant =>
  found(view.get('grant', grantId), 'grant', grantId);

function agreed(facts: GrantAgreed, place: EntryPlace, view: LedgerView): Change[] {
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
  return [
    change('grant', id, grant),
    ...topSlices.map((topSlice) =>
      change('topSlice', ofGrant(id, topSlice.id), {
        ...topSlice,
        grantId: id,
        fundId,
        notifiedOn: agreedOn,
        reference,
        ...enteredAt(place),
      }),
    ),
    ...newFunder(facts.funder, place, view),
  ];
}

function conditionChange(grant: Grant, number: number, change_: (all: Fulfilments) => Fulfilments): Change {
  const conditions = grant.conditions.map((condition, place) =>
    place === number - 1 ? { ...condition, fulfilments: change_(condition.fulfilments) } : condition,
  );
  return change('grant', grant.id, { ...grant, conditions });
}

function freed(bankReference: string, amount: Money, view: LedgerView): Change {
  const reference = normalised(bankReference);
  const existing = found(view.get('bankReference', reference), 'bank reference', reference);
  return change('bankReference', reference, withoutMovement(existing, amount));
}
