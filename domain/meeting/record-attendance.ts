import { type Decide, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertRevision, type Expected } from '../ledger/revision.ts';
import { termsInForce } from '../partnership/terms-in-force.ts';
import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { earliestOf } from '../plain-date.ts';
import { found, refuse, refuseTransition } from '../refusal.ts';
import { meetingOf } from './at-meeting.ts';
import { type Attendance, type AttendanceBody, isSameName } from './attendance.ts';
import { isNamed } from './identity.ts';
import type { Meeting } from './meeting.ts';
import { officersOf } from './presiding.ts';

/**
 * Says who presides and who is there. Once a decision relies on it, or the meeting is closed, it takes a reason. Those
 * whose interest was declared stay in it, by a name or login by which they are known.
 */
export const recordAttendance = (meetingId: string, body: AttendanceBody, expected: Expected): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne), record('governance', onlyOne), record('meeting', meetingId)];
    const meeting = meetingOf(view, meetingId);
    // Attendance is part of the meeting, and has its ETag; before it is recorded, none is needed.
    if (meeting.attendance !== undefined || typeof expected === 'number') assertRevision(meeting, expected);
    const terms = yield* termsInForce(view, meeting.heldOn);
    assertAuthorities(view, body);
    assertOfficer(body, terms);
    const present = withLogins(body, terms);
    assertInterestedStay(meeting, present);
    if (body.reason === undefined) assertFreeToChange(meeting);
    return {
      type: 'attendance-recorded',
      facts: { ...body, present, meetingId },
      effectiveOn: earliestOf(meeting.heldOn, today),
      postings: [],
    };
  };

function assertAuthorities(view: LedgerView, { present }: AttendanceBody): void {
  const known = new Set(view.partnership().responsibleAuthorities.map(({ id }) => id));
  for (const { authorityId } of present)
    found(known.has(authorityId) || undefined, 'responsible authority', authorityId);
}

/** Where the terms of reference name a chair or a vice-chair, one of them presides. */
function assertOfficer({ presiding }: AttendanceBody, terms: TermsOfReference): void {
  const named = officersOf(terms);
  if (named.length === 0 || named.some(({ subject }) => subject === presiding.subject)) return;
  refuse({ code: 'not-presiding', presiding: named.map(({ name }) => name).join(' or ') });
}

function assertFreeToChange({ isReliedOn, status }: Meeting): void {
  if (!isReliedOn && status !== 'closed') return;
  refuseTransition(
    'A decision relies on this attendance, or the meeting is closed: give the reason for correcting it.',
  );
}

/** Nobody loses a declared interest by being named otherwise: they stay in the attendance, by name or by login. */
function assertInterestedStay({ attendance, interested }: Meeting, present: Attendance['present']): void {
  const gone = interested.find(
    (identity) =>
      attendance?.present.some((person) => isNamed(identity, person)) === true &&
      !present.some((person) => isNamed(identity, person)),
  );
  if (gone === undefined) return;
  const { name } = gone.attendees.at(-1) ?? { name: 'Somebody' };
  refuseTransition(
    `${name} has declared an interest, and would no longer be in the attendance: keep the name, or reverse entry ${gone.sequence} first.`,
  );
}

/**
 * Who presides, the chair and the vice-chair are known by their logins also where they are listed by name alone: the first
 * of their name, since a login is one person.
 */
function withLogins({ presiding, present }: AttendanceBody, terms: TermsOfReference): Attendance['present'] {
  const named = new Set(present.flatMap(({ subject }) => subject ?? []));
  return present.map((person) => {
    if (person.subject !== undefined) return person;
    const officers = [presiding, ...officersOf(terms)].filter(({ subject }) => !named.has(subject));
    const officer = officers.find(({ name }) => isSameName(name, person.name));
    if (officer === undefined) return person;
    named.add(officer.subject);
    return { ...person, subject: officer.subject };
  });
}
