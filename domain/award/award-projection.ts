import { referenceFreed, referenceUsed } from '../grant/bank-reference-projection.ts';
import type { EntryPlace, ReversalPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, interestId } from '../ledger/records.ts';
import type { Identity } from '../meeting/identity.ts';
import type { InterestDeclared } from '../meeting/interest.ts';
import { meetingIn, touched } from '../meeting/meeting-projection.ts';
import type { PlainDate } from '../plain-date.ts';
import { found } from '../refusal.ts';
import { proposed, submitted, together, variationProposed, withdrawn } from './agenda-projection.ts';
import { type Award, isRatificationRefused } from './award.ts';
import { acted, decided, ratified } from './decision-projection.ts';
import { awardIn } from './find-award.ts';
import { historyOf } from './history.ts';
import { movedOn } from './movements.ts';
import type { AwardClosed, AwardPaid, AwardRefunded } from './payment.ts';

const reversibleFacts = ['award-paid', 'award-refunded', 'interest-declared'] as const;
type ReversibleAwardFact = Extract<Fact, { type: (typeof reversibleFacts)[number] }>;

type AwardFact =
  | ReversibleAwardFact
  | Extract<
      Fact,
      {
        type:
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

export const isAwardFact = (fact: Fact): fact is ReversibleAwardFact =>
  reversibleFacts.some((type) => type === fact.type);

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
      return [paid(fact.facts, place, view)];
    case 'award-refunded':
      return [refunded(fact.facts, place, view), referenceUsed(fact.facts, view)];
    case 'award-closed':
      return [closed(fact.facts, view)];
  }
}

/** The records after a payment, a refund or the declaration of an interest was reversed. */
export function undoAwardFact(fact: ReversibleAwardFact, place: ReversalPlace, view: LedgerView): Change[] {
  const history = historyOf(fact.facts.awardId, place);
  switch (fact.type) {
    case 'award-paid':
      return [paymentUndone(fact.facts, place, view), history];
    case 'award-refunded':
      return [refundUndone(fact.facts, place, view), referenceFreed(fact.facts, view), history];
    case 'interest-declared':
      return [...interestUndone(fact.facts, place, view), history];
  }
}

/** After somebody recorded a payment, a refund, or a reversal of one. */
const handled = (award: Award, on: PlainDate, { recordedBy }: EntryPlace) => ({
  ...award,
  ...movedOn(award, on),
  handlers: together(award.handlers, recordedBy.subject),
});

function interested(facts: InterestDeclared, { sequence }: EntryPlace, view: LedgerView): Change[] {
  const { awardId, meetingId, nature: _, note: __, ...who } = facts;
  const award = awardIn(view, awardId);
  const interests = [...award.interests, { meetingId, ...who, sequence }];
  const { subject, attendee } = who;
  const identity = {
    sequence,
    ...(subject === undefined ? {} : { subject }),
    attendees: attendee === undefined ? [] : [attendee],
  };
  return [
    change('award', awardId, { ...award, interests }),
    change('interest', interestId(meetingId, sequence), { ...facts, sequence }),
    touched(view, meetingId, { revision: sequence, interested: [...interestedAt(view, meetingId), identity] }),
  ];
}

const interestedAt = (view: LedgerView, meetingId: string): Identity[] => meetingIn(view, meetingId).interested;

function interestUndone(
  { awardId, meetingId }: InterestDeclared,
  { sequence, original }: ReversalPlace,
  view: LedgerView,
): Change[] {
  const award = awardIn(view, awardId);
  const id = interestId(meetingId, original);
  const declaration = found(view.get('interest', id), 'interest', id);
  return [
    change('award', awardId, { ...award, interests: award.interests.filter((one) => one.sequence !== original) }),
    change('interest', id, { ...declaration, reversedBy: sequence }),
    touched(view, meetingId, {
      revision: sequence,
      interested: interestedAt(view, meetingId).filter((one) => one.sequence !== original),
    }),
  ];
}

function paid({ awardId, amount, paidOn }: AwardPaid, place: EntryPlace, view: LedgerView): Change {
  const award = handled(awardIn(view, awardId), paidOn, place);
  return change('award', awardId, { ...award, paidAmount: award.paidAmount.plus(amount) });
}

/** The commitment stands again, and a closed award is open for payment; but what was refused stays released. */
function paymentUndone({ awardId, amount }: AwardPaid, place: ReversalPlace, view: LedgerView): Change {
  const award = handled(awardIn(view, awardId), place.effectiveOn, place);
  return change('award', awardId, {
    ...award,
    paidAmount: award.paidAmount.minus(amount),
    ...(isRatificationRefused(award)
      ? { releasedAmount: award.releasedAmount.plus(amount) }
      : { status: 'approved' as const }),
  });
}

function refunded({ awardId, amount, receivedOn }: AwardRefunded, place: EntryPlace, view: LedgerView): Change {
  const award = handled(awardIn(view, awardId), receivedOn, place);
  return change('award', awardId, { ...award, refundedAmount: award.refundedAmount.plus(amount) });
}

function refundUndone({ awardId, amount }: AwardRefunded, place: ReversalPlace, view: LedgerView): Change {
  const award = handled(awardIn(view, awardId), place.effectiveOn, place);
  return change('award', awardId, { ...award, refundedAmount: award.refundedAmount.minus(amount) });
}

function closed({ awardId, released, closedOn }: AwardClosed, view: LedgerView): Change {
  const award = awardIn(view, awardId);
  const releasedAmount = award.releasedAmount.plus(released);
  return change('award', awardId, {
    ...award,
    ...movedOn(award, closedOn),
    closedOn,
    status: 'closed',
    releasedAmount,
  });
}
