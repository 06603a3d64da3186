import { afterOpening } from '../fund/after-opening.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import type { Posting } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertOpen, assertToCome, meetingOf } from '../meeting/at-meeting.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { assertPresides } from '../meeting/presiding.ts';
import { assertQuorate } from '../meeting/quorum.ts';
import type { Money } from '../money.ts';
import { termsInForce } from '../partnership/terms-in-force.ts';
import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { refuse, refuseTransition } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { type Award, amountApproved, committedAmount, isToBeConfirmed } from './award.ts';
import { assertMoneyFor, assertWithinRequest, commitmentPostings, grantQueries, placeOf } from './commitment.ts';
import type { AwardDecided, DecisionBody, MoneyTest } from './decision.ts';
import { agendaQueries, awardOf, interestQueries, interestsOf } from './find-award.ts';
import { assertAllowed } from './lifecycle.ts';
import { committedOf, daysOf, leastFrom, movementQueries } from './movements.ts';
import { assertFewMeetings } from './propose-award.ts';

const mostApprovals = 50;

type Kind = AwardDecided['kind'];

/**
 * A meeting decides about an award on its agenda, about the amount of one that was approved without, or about a variation
 * of one. Approval commits the money in the same moment, within what is free in the fund.
 */
export const decideAward = (awardId: string, body: DecisionBody): Decide =>
  afterOpening(function* (view, { by }) {
    const { meetingId, outcome, deferredTo, minuteReference, conditions, note } = body;
    const meetings = [meetingId, deferredTo].flatMap((id) => id ?? []).map((id) => record('meeting', id));
    yield [record('partnership', onlyOne), record('governance', onlyOne), record('award', awardId), ...meetings];
    const award = awardOf(view, awardId);
    const meeting = meetingOf(view, meetingId);
    const next = deferredTo === undefined ? undefined : meetingOf(view, deferredTo);
    const terms = yield* termsInForce(view, meeting.heldOn);
    yield [...agendaQueries(award), fundLedger(award.fundId), ...movementQueries(award, meeting.heldOn)];
    yield [...grantQueries(view, award), ...interestQueries(award)];
    assertYearOpen(view, meeting.heldOn);
    assertOpen(meeting);
    const kind = kindOf(award, meetingId, body);
    if (next !== undefined) assertLater(next, meeting, award);
    const interests = interestsOf(award, view);
    const presiding = assertPresides(by.subject, { ...award, interests }, meeting.attendance, terms);
    const authorities = assertQuorate(meeting.attendance, terms.quorum, interests);
    const money = outcome === 'approved' ? approve(award, meeting, terms, body.amountApproved, view) : undefined;
    return {
      type: 'award-decided',
      facts: {
        awardId,
        fundId: award.fundId,
        meetingId,
        kind,
        outcome,
        ...(body.amountApproved === undefined ? {} : { amountApproved: body.amountApproved }),
        ...(kind === 'variation' ? amountBefore(award) : {}),
        minuteReference,
        ...(conditions === undefined ? {} : { conditions }),
        ...(deferredTo === undefined ? {} : { deferredTo }),
        presiding,
        quorum: terms.quorum,
        authorities,
        ...(money?.moneyTest === undefined ? {} : { moneyTest: money.moneyTest }),
        ...(note === undefined ? {} : { note }),
      },
      effectiveOn: meeting.heldOn,
      postings: money?.postings ?? [],
    };
  });

const amountBefore = (award: Award): { amountBefore?: Money } => {
  const before = amountApproved(award);
  return before === undefined ? {} : { amountBefore: before };
};

/** What there is to decide about the award at this meeting. */
function kindOf(award: Award, meetingId: string, { outcome, amountApproved: amount }: DecisionBody): Kind {
  assertAllowed(award.status, 'decision');
  const isOnAgenda = award.agenda?.meetingId === meetingId;
  if (award.status !== 'approved') {
    if (!isOnAgenda) refuseTransition('The award is not on the agenda of this meeting.');
    return 'proposal';
  }
  if (award.variation !== undefined) {
    if (!isOnAgenda) refuseTransition('The variation of this award is not on the agenda of this meeting.');
    if (outcome === 'approved' && amount === undefined)
      refuse({ code: 'amount-not-confirmed', award: award.title, isToBeStated: true });
    return 'variation';
  }
  if (!isToBeConfirmed(award)) refuseTransition('The award is approved, and nothing about it waits for a decision.');
  if (outcome !== 'approved') refuseTransition('The award is approved: what is left to decide is its amount.');
  if (amount === undefined) refuse({ code: 'amount-not-confirmed', award: award.title, isToBeStated: true });
  return 'amount';
}

function assertLater(next: Meeting, meeting: Meeting, award: Award): void {
  if (next.id === meeting.id) refuseTransition('It can’t be deferred to the meeting that defers it.');
  if (next.heldOn < meeting.heldOn) {
    refuse({
      code: 'date-out-of-order',
      date: next.heldOn,
      notBefore: meeting.heldOn,
      of: 'the meeting that defers it',
    });
  }
  assertToCome(next);
  assertFewMeetings(award);
}

type Approved = { readonly postings: Posting[]; readonly moneyTest?: MoneyTest };

/** Commits what is approved more than before, or releases what is approved less. */
function approve(
  award: Award,
  { heldOn }: Meeting,
  terms: TermsOfReference,
  amount: Money | undefined,
  view: LedgerView,
): Approved {
  const last = award.approvals.at(-1);
  if (last !== undefined && heldOn < last.decidedOn) {
    refuse({ code: 'date-out-of-order', date: heldOn, notBefore: last.decidedOn, of: 'the decision before it' });
  }
  const { closedOn } = award;
  if (closedOn !== undefined && heldOn < closedOn) {
    refuse({ code: 'date-out-of-order', date: heldOn, notBefore: closedOn, of: 'the closure before it' });
  }
  if (amount === undefined) return { postings: [] };
  if (award.approvals.length >= mostApprovals) {
    refuse({ code: 'too-many', what: 'approvals of one award', most: mostApprovals });
  }
  // What was released once is approved afresh: all that the award may come to is what is approved now.
  const more = amount.minus(award.paidAmount).minus(committedAmount(award));
  const least = leastFrom(daysOf(award, view), heldOn, committedOf).plus(more);
  if (least.isNegative()) refuse({ code: 'approval-below-paid', amount, paid: amount.minus(least) });
  const moneyTest = assertMoneyFor(award, more, heldOn, terms, view);
  assertWithinRequest(amount, award.variation?.amountRequested ?? award.amountRequested);
  return { postings: commitmentPostings(more, placeOf(award)), moneyTest };
}
