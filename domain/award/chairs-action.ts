import { afterOpening } from '../fund/after-opening.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { onlyOne } from '../ledger/records.ts';
import { meetingOf } from '../meeting/at-meeting.ts';
import { assertNotBarred } from '../meeting/presiding.ts';
import type { Money } from '../money.ts';
import { governanceOf, termsInForce } from '../partnership/terms-in-force.ts';
import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { addDays } from '../plain-date.ts';
import { refuse, refuseTransition } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import type { Award } from './award.ts';
import { assertMoneyFor, assertWithinRequest, commitmentPostings, grantQueries, placeOf } from './commitment.ts';
import type { ChairsActionBody } from './decision.ts';
import { agendaQueries, awardOf, interestQueries, interestsOf } from './find-award.ts';
import { assertAllowed } from './lifecycle.ts';
import { movementQueries } from './movements.ts';
import { assertAfterDeferral } from './propose-award.ts';

// A meeting that opens looks at all of them at once.
const mostUnratified = 30;

/** The chair approves an award between meetings, up to the limit that the terms of reference set; to be ratified. */
export const takeChairsAction = (awardId: string, body: ChairsActionBody): Decide =>
  afterOpening(function* (view, { by }) {
    const { amountApproved, decidedOn } = body;
    yield [record('partnership', onlyOne), record('governance', onlyOne), record('award', awardId)];
    const award = awardOf(view, awardId);
    const terms = yield* termsInForce(view, decidedOn);
    yield [...agendaQueries(award), fundLedger(award.fundId), ...movementQueries(award, decidedOn)];
    yield [...grantQueries(view, award), ...interestQueries(award)];
    assertYearOpen(view, decidedOn);
    assertAllowed(award.status, 'chairs-action');
    assertBetweenMeetings(award, view);
    assertAfterDeferral(award, decidedOn);
    assertNotBarred({ ...award, interests: interestsOf(award, view) }, by.subject);
    assertChair(by.subject, terms);
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

/** While its meeting is open, an award is for the meeting to decide, with whatever quorum it has for it. */
function assertBetweenMeetings({ agenda }: Award, view: LedgerView): void {
  if (agenda === undefined) return;
  const { status, heldOn } = meetingOf(view, agenda.meetingId);
  if (status === 'open') refuseTransition(`The award is before the meeting of ${heldOn}, which is open.`);
}

function assertChair(subject: string, { chair }: TermsOfReference): void {
  if (chair?.subject === subject) return;
  refuse({
    code: 'not-presiding',
    act: 'chairs-action',
    ...(chair === undefined ? {} : { presiding: chair.name }),
  });
}

function limitOf(amount: Money, { chairsActionLimit: limit }: TermsOfReference): Money {
  if (limit !== undefined && !amount.isMoreThan(limit)) return limit;
  return refuse({ code: 'chairs-action-limit', amount, ...(limit === undefined ? {} : { limit }) });
}
