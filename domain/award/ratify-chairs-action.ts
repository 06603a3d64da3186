import { afterOpening } from '../fund/after-opening.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertOpen, meetingOf } from '../meeting/at-meeting.ts';
import { assertPresides } from '../meeting/presiding.ts';
import { assertQuorate } from '../meeting/quorum.ts';
import { Money } from '../money.ts';
import { termsInForce } from '../partnership/terms-in-force.ts';
import { refuse, refuseTransition } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import type { Award } from './award.ts';
import { placeOf, releasePostings } from './commitment.ts';
import type { RatificationBody } from './decision.ts';
import { awardOf, interestQueries, interestsOf } from './find-award.ts';
import { assertAllowed } from './lifecycle.ts';
import { daysOf, movementQueries, releasesFrom } from './movements.ts';

/** A meeting ratifies its chair's action; or refuses to, which releases what is unpaid and closes the award. */
export const ratifyChairsAction = (meetingId: string, body: RatificationBody): Decide =>
  afterOpening(function* (view, { by }) {
    const { awardId, outcome } = body;
    const records = [record('meeting', meetingId), record('award', awardId)];
    yield [record('partnership', onlyOne), record('governance', onlyOne), ...records];
    const meeting = meetingOf(view, meetingId);
    const award = awardOf(view, awardId);
    const terms = yield* termsInForce(view, meeting.heldOn);
    yield [fundLedger(award.fundId), ...movementQueries(award, meeting.heldOn), ...interestQueries(award)];
    assertYearOpen(view, meeting.heldOn);
    assertOpen(meeting);
    const { actedBy, actedOn } = awaited(award);
    if (meeting.heldOn < actedOn) {
      refuse({ code: 'date-out-of-order', date: meeting.heldOn, notBefore: actedOn, of: 'the chair’s action' });
    }
    const interests = interestsOf(award, view);
    const presiding = assertPresides(by.subject, { ...award, interests, actedBy }, meeting.attendance, terms);
    const authorities = assertQuorate(meeting.attendance, terms.quorum, interests);
    const releases = outcome === 'refused' ? releasesFrom(daysOf(award, view), meeting.heldOn) : [];
    return {
      type: 'chairs-action-ratified',
      facts: {
        ...body,
        fundId: award.fundId,
        meetingId,
        released: Money.sum(releases.map(({ amount }) => amount)),
        presiding,
        quorum: terms.quorum,
        authorities,
      },
      effectiveOn: meeting.heldOn,
      postings: releases.flatMap(({ on, amount }) =>
        releasePostings(amount, { ...placeOf(award), ...(on === meeting.heldOn ? {} : { on }) }),
      ),
    };
  });

function awaited(award: Award) {
  assertAllowed(award.status, 'ratification');
  return award.ratification?.status === 'awaited'
    ? award.ratification
    : refuseTransition('No chair’s action on this award waits to be ratified.');
}
