import { referenceFreed, referenceUsed } from '../grant/bank-reference-projection.ts';
import type { EntryPlace, ReversalPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change } from '../ledger/records.ts';
import type { InterestDeclared } from '../meeting/interest.ts';
import { touched } from '../meeting/meeting-projection.ts';
import { earliestOf, latestOf, type PlainDate } from '../plain-date.ts';
import { awardIn, proposed, submitted, variationProposed, withdrawn } from './agenda-projection.ts';
import type { Award } from './award.ts';
import { acted, decided, ratified } from './decision-projection.ts';
import { historyOf } from './history.ts';
import type { AwardClosed, AwardPaid, AwardRefunded } from './payment.ts';

const moneyFacts = ['award-paid', 'award-refunded'] as const;
type ReversibleAwardFact = Extract<Fact, { type: (typeof moneyFacts)[number] }>;

type AwardFact =
  | ReversibleAwardFact
  | Extract<
      Fact,
      {
        type:
          | 'interest-declared'
          | 'award-proposed'
          | 'award-submitted'
          | 'award-withdrawn'
          | 'award-variation-proposed'
          | 'award-decided'
          | 'chairs-action-taken'
          | 'chairs-action-ratified'
          | 'award-closed';
      }
    >;

export const isAwardFact = (fact: Fact): fact is ReversibleAwardFact => moneyFacts.some((type) => type === fact.type);

/** The records after something happened to an award; each such entry is part of the award's history. */
export function projectAwardFact(fact: AwardFact, place: EntryPlace, view: LedgerView): Change[] {
  const awardId = fact.type === 'award-proposed' ? fact.facts.id : fact.facts.awardId;
  return [...changesOf(fact, place, view), historyOf(awardId, place)];
}

function changesOf(fact: AwardFact, place: EntryPlace, view: LedgerView): Change[] {
  switch (fact.type) {
    case 'award-proposed':
      return proposed(fact.facts, place, view);
    case 'award-submitted':
      return submitted(fact.facts, place, view);
    case 'award-withdrawn':
      return withdrawn(fact.facts, place, view);
    case 'award-variation-proposed':
      return variationProposed(fact.facts, place, view);
    case 'interest-declared':
      return interested(fact.facts, place, view);
    case 'award-decided':
      return decided(fact.facts, place, view);
    case 'chairs-action-taken':
      return acted(fact.facts, place, view);
    case 'chairs-action-ratified':
      return ratified(fact.facts, place, view);
    case 'award-paid':
      return [paid(fact.facts, view)];
    case 'award-refunded':
      return [refunded(fact.facts, view), referenceUsed(fact.facts, view)];
    case 'award-closed':
      return [closed(fact.facts, view)];
  }
}

/** The records after a payment or a refund was reversed. */
export function undoAwardFact(fact: ReversibleAwardFact, place: ReversalPlace, view: LedgerView): Change[] {
  const history = historyOf(fact.facts.awardId, place);
  switch (fact.type) {
    case 'award-paid':
      return [paymentUndone(fact.facts, place, view), history];
    case 'award-refunded':
      return [refundUndone(fact.facts, place, view), referenceFreed(fact.facts, view), history];
  }
}

const moved = ({ lastMovedOn }: Award, on: PlainDate) => ({ lastMovedOn: latestOf(on, lastMovedOn ?? on) });

function interested({ awardId, ...interest }: InterestDeclared, { sequence }: EntryPlace, view: LedgerView): Change[] {
  const award = awardIn(view, awardId);
  return [
    change('award', awardId, { ...award, interests: [...award.interests, { ...interest, sequence }] }),
    touched(view, interest.meetingId, { revision: sequence }),
  ];
}

function paid({ awardId, amount, paidOn }: AwardPaid, view: LedgerView): Change {
  const award = awardIn(view, awardId);
  return change('award', awardId, {
    ...award,
    ...moved(award, paidOn),
    paidAmount: award.paidAmount.plus(amount),
    firstPaidOn: earliestOf(award.firstPaidOn ?? paidOn, paidOn),
  });
}

/** The commitment stands again, and a closed award is open for payment; but what was refused stays released. */
function paymentUndone({ awardId, amount }: AwardPaid, { effectiveOn: on }: ReversalPlace, view: LedgerView): Change {
  const { firstPaidOn, ...award } = awardIn(view, awardId);
  const paidAmount = award.paidAmount.minus(amount);
  const isRefused = isRatificationRefused(award);
  return change('award', awardId, {
    ...award,
    ...moved(award, on),
    paidAmount,
    ...(paidAmount.isZero() || firstPaidOn === undefined ? {} : { firstPaidOn }),
    takenBack: [...award.takenBack, { on, amount }],
    ...(isRefused ? { releasedAmount: award.releasedAmount.plus(amount) } : { status: 'approved' }),
  });
}

export const isRatificationRefused = ({ ratification }: Pick<Award, 'ratification'>): boolean =>
  ratification?.status === 'refused';

function refunded({ awardId, amount, receivedOn }: AwardRefunded, view: LedgerView): Change {
  const award = awardIn(view, awardId);
  const refundedAmount = award.refundedAmount.plus(amount);
  return change('award', awardId, { ...award, ...moved(award, receivedOn), refundedAmount });
}

function refundUndone({ awardId, amount }: AwardRefunded, { effectiveOn }: ReversalPlace, view: LedgerView): Change {
  const award = awardIn(view, awardId);
  const refundedAmount = award.refundedAmount.minus(amount);
  return change('award', awardId, { ...award, ...moved(award, effectiveOn), refundedAmount });
}

function closed({ awardId, released, closedOn }: AwardClosed, view: LedgerView): Change {
  const award = awardIn(view, awardId);
  const releasedAmount = award.releasedAmount.plus(released);
  return change('award', awardId, { ...award, ...moved(award, closedOn), status: 'closed', releasedAmount });
}
