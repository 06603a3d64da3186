import { type Decide, record } from '../ledger/decision.ts';
import { onlyOne } from '../ledger/records.ts';
import { governanceOf, termsInForce } from '../partnership/terms-in-force.ts';
import { addDays, earliestOf } from '../plain-date.ts';
import { refuse, refuseTransition } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { assertOpen, meetingOf } from './at-meeting.ts';
import type { MeetingBody, MeetingStepBody, MinutesConfirmationBody } from './meeting.ts';
import { fallingDue } from './meeting-projection.ts';
import { assertQuorate } from './quorum.ts';

/** Schedules a meeting; one that was held before the partnership joined can be scheduled too. */
export const scheduleMeeting = (body: MeetingBody): Decide =>
  function* (view, { today, newId }) {
    yield [record('partnership', onlyOne)];
    view.partnership();
    return {
      type: 'meeting-scheduled',
      facts: { ...body, id: newId() },
      effectiveOn: earliestOf(body.heldOn, today),
      postings: [],
    };
  };

/** Opens a meeting on its day or later, with the quorum that the terms of reference in force on its day want. */
export const openMeeting = (meetingId: string, body: MeetingStepBody): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne), record('governance', onlyOne), record('meeting', meetingId)];
    const meeting = meetingOf(view, meetingId);
    const { quorum } = yield* termsInForce(view, meeting.heldOn);
    // What chair's action decided may fall due at this meeting.
    yield governanceOf(view).unratifiedAwardIds.map((id) => record('award', id));
    // The statement of the meeting's year says of it then when it was due.
    if (fallingDue(meeting, view).length > 0) assertYearOpen(view, meeting.heldOn);
    if (meeting.status !== 'scheduled') refuseTransition(`The meeting is ${meeting.status} already.`);
    if (today < meeting.heldOn) {
      refuse({ code: 'date-out-of-order', date: today, notBefore: meeting.heldOn, of: 'the day of the meeting' });
    }
    const authorities = assertQuorate(meeting.attendance, quorum);
    return {
      type: 'meeting-opened',
      facts: { ...body, meetingId, quorum, authorities },
      effectiveOn: meeting.heldOn,
      postings: [],
    };
  };

export const closeMeeting = (meetingId: string, body: MeetingStepBody): Decide =>
  function* (view) {
    yield [record('partnership', onlyOne), record('meeting', meetingId)];
    const meeting = meetingOf(view, meetingId);
    assertOpen(meeting);
    return { type: 'meeting-closed', facts: { ...body, meetingId }, effectiveOn: meeting.heldOn, postings: [] };
  };

/** Records that a later meeting confirmed the minutes; the decisions stand from the meeting itself. */
export const confirmMinutes = (meetingId: string, body: MinutesConfirmationBody): Decide =>
  function* (view) {
    const { confirmedAtMeetingId } = body;
    yield [record('partnership', onlyOne), record('meeting', meetingId), record('meeting', confirmedAtMeetingId)];
    const meeting = meetingOf(view, meetingId);
    const later = meetingOf(view, confirmedAtMeetingId);
    if (meeting.status !== 'closed')
      refuseTransition(`The meeting is ${meeting.status}: it is closed before its minutes are confirmed.`);
    if (meeting.minutesConfirmedAtMeetingId !== undefined)
      refuseTransition('The minutes of this meeting are confirmed already.');
    const notBefore = addDays(meeting.heldOn, 1);
    if (later.heldOn < notBefore) {
      refuse({ code: 'date-out-of-order', date: later.heldOn, notBefore, of: 'the day after the meeting' });
    }
    if (later.status === 'scheduled') assertOpen(later);
    return {
      type: 'minutes-confirmed',
      facts: { ...body, meetingId },
      effectiveOn: later.heldOn,
      postings: [],
    };
  };
