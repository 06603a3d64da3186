import { financialYearOf } from '../financial-year.ts';
import { standingGrantOf } from '../grant/change-grant.ts';
import { type Decide, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertToCome, meetingOf } from '../meeting/at-meeting.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { earliestOf, type PlainDate } from '../plain-date.ts';
import { found, refuse, refuseTransition } from '../refusal.ts';
import type { Award, AwardBody } from './award.ts';
import { agendaQueries, awardOf } from './find-award.ts';
import { assertAllowed } from './lifecycle.ts';
import type { AwardVariationBody, SubmissionBody, WithdrawalBody } from './proposal.ts';

const mostRelated = 50;
const mostMeetings = 50;

/** Puts an initiative forward. It is a draft until it is on a meeting's agenda. */
export const proposeAward = (body: AwardBody): Decide =>
  function* (view, { today, newId }) {
    const { fundId, grantId, relatedAwardId, priorities = [], proposedOn = today, ...proposal } = body;
    yield [
      record('partnership', onlyOne),
      record('fund', fundId),
      ...(grantId === undefined ? [] : [record('grant', grantId)]),
      ...(relatedAwardId === undefined ? [] : [record('award', relatedAwardId)]),
    ];
    assertKnown(view, body);
    const fund = found(view.get('fund', fundId), 'fund', fundId);
    if (grantId !== undefined) standingGrantOf(view, fundId, grantId);
    const { nature = fund.nature } = body;
    if (nature !== fund.nature) refuse({ code: 'nature-mismatch', of: 'award', nature, fundNature: fund.nature });
    if (fund.restriction === 'restricted' && body.purposeStatement === undefined) {
      refuse({ code: 'purpose-required', fund: fund.name });
    }
    return {
      type: 'award-proposed',
      facts: {
        ...proposal,
        id: newId(),
        fundId,
        ...(grantId === undefined ? {} : { grantId }),
        ...(relatedAwardId === undefined ? {} : { relatedAwardId }),
        priorities,
        nature,
        proposedOn,
      },
      effectiveOn: proposedOn,
      postings: [],
    };
  };

/** What the body names is there. */
function assertKnown(view: LedgerView, { recipient, relatedAwardId }: AwardBody): void {
  const { responsibleAuthorities } = view.partnership();
  const { authorityId } = recipient;
  if (authorityId !== undefined) {
    found(
      responsibleAuthorities.find(({ id }) => id === authorityId),
      'responsible authority',
      authorityId,
    );
  }
  if (relatedAwardId === undefined) return;
  const { relatedAwardIds } = found(view.get('award', relatedAwardId), 'award', relatedAwardId);
  if (relatedAwardIds.length >= mostRelated) refuse({ code: 'too-many', what: 'related awards', most: mostRelated });
}

/** Puts an award on a meeting's agenda: a draft, what was deferred, or what its meeting didn't come to. */
export const submitAward = (awardId: string, body: SubmissionBody): Decide =>
  function* (view, { today, by }) {
    yield [record('partnership', onlyOne), record('award', awardId), record('meeting', body.meetingId)];
    const award = awardOf(view, awardId);
    const meeting = meetingOf(view, body.meetingId);
    yield [...agendaQueries(award), record('priorities', financialYearOf(meeting.heldOn))];
    assertPriorities(award, meeting, view);
    assertAllowed(award.status, 'submission');
    if (award.status === 'approved' && award.variation === undefined) {
      refuseTransition('The award is approved, and no variation of it waits for a decision.');
    }
    if (award.agenda !== undefined) assertMovable(award, meetingOf(view, award.agenda.meetingId), meeting);
    assertToCome(meeting);
    assertToLater(award, meeting);
    assertFewMeetings(award);
    assertMayPropose(by.subject, award);
    return {
      type: 'award-submitted',
      facts: { ...body, awardId },
      effectiveOn: earliestOf(meeting.heldOn, today),
      postings: [],
    };
  };

/** Whoever handled an award's money doesn't come to be its proposer by asking for a variation. */
function assertMayPropose(subject: string, { handlers }: Award): void {
  if (!handlers.includes(subject)) return;
  const because = 'You recorded a payment or refund of this award, so somebody else asks for its variation.';
  refuse({ code: 'separation-of-duties', because });
}

/** A priority list belongs to a year: an award names priorities of its meeting's. */
function assertPriorities({ priorities }: Award, { heldOn }: Meeting, view: LedgerView): void {
  const year = financialYearOf(heldOn);
  const known = view.get('priorities', year)?.items ?? [];
  for (const id of priorities)
    found(
      known.find((priority) => priority.id === id),
      `priority of ${year}`,
      id,
    );
}

/** What waits on an agenda moves to another where its meeting is not sitting. */
function assertMovable({ status }: Award, from: Meeting, to: Meeting): void {
  if (from.id === to.id) {
    if (status !== 'deferred') refuseTransition('The award is on the agenda of this meeting already.');
  } else if (from.status === 'open') {
    refuseTransition(`The award is before the meeting of ${from.heldOn}, which is open: it decides, or defers.`);
  }
}

/** What a meeting put off goes to a later one. */
function assertToLater(award: Award, { id, heldOn }: Meeting): void {
  if (award.deferred?.meetingId === id) {
    refuseTransition('This is the meeting that deferred the award: it goes to a later one.');
  }
  assertAfterDeferral(award, heldOn);
}

/** Nothing is decided earlier than the meeting that put it off. */
export function assertAfterDeferral({ deferred }: Award, date: PlainDate): void {
  const notBefore = deferred?.heldOn ?? date;
  if (date < notBefore) refuse({ code: 'date-out-of-order', date, notBefore, of: 'the meeting that deferred it' });
}

export function assertFewMeetings({ meetingIds }: Award): void {
  if (meetingIds.length >= mostMeetings) {
    refuse({ code: 'too-many', what: 'meetings for one award', most: mostMeetings });
  }
}

/** Takes back what was proposed: the award before it is decided, or the variation of one that is. */
export const withdrawAward = (awardId: string, body: WithdrawalBody): Decide =>
  function* (view, { today, by }) {
    yield [record('partnership', onlyOne), record('award', awardId)];
    const award = awardOf(view, awardId);
    yield agendaQueries(award);
    assertAllowed(award.status, 'withdrawal');
    if (award.status === 'approved' && award.variation === undefined) {
      refuseTransition('The award is approved, and no variation of it waits for a decision.');
    }
    if (!award.proposers.includes(by.subject)) {
      refuse({ code: 'separation-of-duties', because: 'Whoever proposed it withdraws it, and nobody else.' });
    }
    return { type: 'award-withdrawn', facts: { ...body, awardId }, effectiveOn: today, postings: [] };
  };

/** Asks a meeting to approve another amount for an award. What was approved stands until then. */
export const varyAward = (awardId: string, body: AwardVariationBody): Decide =>
  function* (view, { today, by }) {
    yield [record('partnership', onlyOne), record('award', awardId), record('meeting', body.meetingId)];
    const award = awardOf(view, awardId);
    const meeting = meetingOf(view, body.meetingId);
    assertAllowed(award.status, 'variation');
    if (award.variation !== undefined) refuseTransition('A variation of this award waits for a decision already.');
    if (award.ratification?.status === 'awaited')
      refuseTransition('The chair’s action on this award is to be ratified first.');
    if (award.approvals.at(-1)?.amountApproved === undefined) {
      refuse({ code: 'amount-not-confirmed', award: award.title });
    }
    assertToCome(meeting);
    assertFewMeetings(award);
    assertMayPropose(by.subject, award);
    return {
      type: 'award-variation-proposed',
      facts: { ...body, awardId },
      effectiveOn: earliestOf(meeting.heldOn, today),
      postings: [],
    };
  };
