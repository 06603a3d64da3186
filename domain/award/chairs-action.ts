import { afterOpening } from '../fund/after-opening.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertItemQuorate, assertOpen, meetingOf } from '../meeting/at-meeting.ts';
import { isInterested } from '../meeting/interest.ts';
import { assertPresides } from '../meeting/presiding.ts';
import { Money } from '../money.ts';
import { governanceOf, termsInForce } from '../partnership/terms-in-force.ts';
import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { addDays, latestOf } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { type Award, committedAmount } from './award.ts';
import {
  assertMoneyFor,
  assertWithinRequest,
  awardBalanceOn,
  commitmentPostings,
  grantQueries,
  placeOf,
  releasePostings,
} from './commitment.ts';
import type { ChairsActionBody, RatificationBody } from './decision.ts';
import { assertAllowed } from './lifecycle.ts';
import { agendaQueries, awardOf } from './propose-award.ts';

// A meeting that opens looks at all of them at once.
const mostUnratified = 50;

/** The chair approves an award between meetings, up to the limit that the terms of reference set; to be ratified. */
export const takeChairsAction = (awardId: string, body: ChairsActionBody): Decide =>
  afterOpening(function* (view, { by }) {
    const { amountApproved, decidedOn } = body;
    yield [record('partnership', onlyOne), record('governance', onlyOne), record('award', awardId)];
    const award = awardOf(view, awardId);
    const terms = yield* termsInForce(view, decidedOn);
    yield [...agendaQueries(award), fundLedger(award.fundId), awardBalanceOn(awardId, decidedOn)];
    yield grantQueries(view, award);
    assertAllowed(award.status, 'chairs-action');
    assertChair(by.subject, award, terms);
    if (governanceOf(view).unratifiedAwardIds.length >= mostUnratified) {
      refuse({ code: 'too-many', what: 'chair’s actions that wait for ratification', most: mostUnratified });
    }
    const limit = limitOf(amountApproved, terms);
    const moneyTest = assertMoneyFor(award, amountApproved, decidedOn, terms, view);
    assertWithinRequest(amountApproved, award.amountRequested);
    const { ratificationDays } = terms;
    return {
      type: 'chairs-action-taken',
      facts: {
        ...body,
        awardId,
        fundId: award.fundId,
        limit,
        ...(ratificationDays === undefined ? {} : { ratifyBy: addDays(decidedOn, ratificationDays) }),
        moneyTest,
      },
      effectiveOn: decidedOn,
      postings: commitmentPostings(amountApproved, placeOf(award)),
    };
  });

function assertChair(subject: string, { proposers, interests }: Award, { chair }: TermsOfReference): void {
  if (proposers.includes(subject)) {
    refuse({ code: 'separation-of-duties', because: 'You proposed this award, so you don’t decide it.' });
  }
  if (isInterested({ subject }, interests)) refuse({ code: 'interest-declared' });
  if (chair?.subject === subject) return;
  refuse({ code: 'not-presiding', ...(chair === undefined ? {} : { presiding: chair.name }) });
}

function limitOf(amount: Money, { chairsActionLimit: limit }: TermsOfReference): Money {
  if (limit !== undefined && !amount.isMoreThan(limit)) return limit;
  return refuse({ code: 'chairs-action-limit', amount, ...(limit === undefined ? {} : { limit }) });
}

/** A meeting ratifies its chair's action; or refuses to, which releases what is unpaid and closes the award. */
export const ratifyChairsAction = (meetingId: string, body: RatificationBody): Decide =>
  afterOpening(function* (view, { by }) {
    const { awardId, outcome } = body;
    yield [
      record('partnership', onlyOne),
      record('governance', onlyOne),
      record('meeting', meetingId),
      record('award', awardId),
    ];
    const meeting = meetingOf(view, meetingId);
    const award = awardOf(view, awardId);
    const terms = yield* termsInForce(view, meeting.heldOn);
    // What is unpaid is known from the last movement on.
    const releasedOn = latestOf(meeting.heldOn, award.lastMovedOn ?? meeting.heldOn);
    yield [fundLedger(award.fundId), awardBalanceOn(awardId, releasedOn)];
    assertOpen(meeting);
    const { actedBy, actedOn } = awaited(award);
    if (meeting.heldOn < actedOn) {
      refuse({ code: 'date-out-of-order', date: meeting.heldOn, notBefore: actedOn, of: 'the chair’s action' });
    }
    const presiding = assertPresides(by.subject, { ...award, actedBy }, meeting.attendance, terms);
    const authorities = assertItemQuorate(meeting, terms, award);
    const released = outcome === 'refused' ? committedAmount(award) : Money.zero;
    const on = releasedOn === meeting.heldOn ? {} : { on: releasedOn };
    return {
      type: 'chairs-action-ratified',
      facts: {
        ...body,
        fundId: award.fundId,
        meetingId,
        released,
        presiding,
        quorum: terms.quorum,
        authorities,
      },
      effectiveOn: meeting.heldOn,
      postings: releasePostings(released, { ...placeOf(award), ...on }),
    };
  });

function awaited(award: Award) {
  assertAllowed(award.status, 'ratification');
  if (award.ratification?.status === 'awaited') return award.ratification;
  return refuse({ code: 'invalid-transition', because: 'No chair’s action on this award waits to be ratified.' });
}
