import { type Decide, record } from '../ledger/decision.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertToCome, meetingOf } from '../meeting/at-meeting.ts';
import { isSamePerson } from '../meeting/attendance.ts';
import { type InterestBody, type InterestDeclared, isInterested } from '../meeting/interest.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { earliestOf } from '../plain-date.ts';
import { found, refuse, refuseTransition } from '../refusal.ts';
import { type Award, isToBeConfirmed } from './award.ts';
import { awardIn, interestQueries, interestsOf } from './find-award.ts';
import { assertAllowed } from './lifecycle.ts';

const mostInterests = 50;
const mostInterested = 100;

/** Declares an interest in an award of which something is left to decide, of a login or of somebody in the attendance. */
export const declareInterest = (meetingId: string, body: InterestBody): Decide =>
  function* (view, { today, by }) {
    yield [record('partnership', onlyOne), record('meeting', meetingId), record('award', body.awardId)];
    const meeting = meetingOf(view, meetingId);
    const award = awardIn(view, body.awardId);
    yield interestQueries(award);
    const who = whoOf(meeting, body, by.subject);
    assertToCome(meeting);
    assertLeftToDecide(award);
    if (addsNothing(who, interestsOf(award, view))) refuseTransition('This interest is declared already.');
    if (award.interests.length >= mostInterests) {
      refuse({ code: 'too-many', what: 'interests in one award', most: mostInterests });
    }
    if (meeting.interested.length >= mostInterested) {
      refuse({ code: 'too-many', what: 'interests declared at one meeting', most: mostInterested });
    }
    const { awardId, nature, note } = body;
    return {
      type: 'interest-declared',
      facts: { meetingId, awardId, ...who, nature, ...(note === undefined ? {} : { note }) },
      effectiveOn: earliestOf(meeting.heldOn, today),
      postings: [],
    };
  };

type Who = Pick<InterestDeclared, 'subject' | 'attendee'>;

/** Both the login and the attendee, where the attendance says that they are one person. */
function whoOf({ attendance }: Meeting, body: InterestBody, caller: string): Who {
  const present = attendance?.present ?? [];
  const { attendee } = body;
  if (attendee !== undefined) {
    const { subject } = found(
      present.find((person) => isSamePerson(person, attendee)),
      `attendee for ${attendee.authorityId}`,
      attendee.name,
    );
    return { attendee, ...(subject === undefined ? {} : { subject }) };
  }
  const { subject = caller } = body;
  const person = present.find((one) => one.subject === subject);
  if (person === undefined) return { subject };
  const { authorityId, name } = person;
  return { subject, attendee: { authorityId, name } };
}

/** Whether the login and the person, as far as they are named, are bound already. */
const addsNothing = ({ subject, attendee }: Who, interests: readonly Who[]): boolean =>
  (subject === undefined || isInterested({ subject }, interests)) &&
  (attendee === undefined || isInterested({ attendee }, interests));

function assertLeftToDecide(award: Award): void {
  assertAllowed(award.status, 'interest');
  const isAwaited = award.ratification?.status === 'awaited';
  const waits = isAwaited || award.variation !== undefined || isToBeConfirmed(award);
  if ((award.status === 'approved' && !waits) || (award.status === 'closed' && !isAwaited))
    refuseTransition('Nothing about this award is left to decide.');
}
