import type { EntryPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change } from '../ledger/records.ts';
import { governanceOf } from '../partnership/terms-in-force.ts';
import { found } from '../refusal.ts';
import type { AttendanceRecorded } from './attendance.ts';
import type { Meeting } from './meeting.ts';

type MeetingFact = Extract<
  Fact,
  { type: 'meeting-scheduled' | 'attendance-recorded' | 'meeting-opened' | 'meeting-closed' | 'minutes-confirmed' }
>;

/** The records after something happened to a meeting. */
export function projectMeetingFact(fact: MeetingFact, { sequence }: EntryPlace, view: LedgerView): Change[] {
  const revision = sequence;
  switch (fact.type) {
    case 'meeting-scheduled': {
      const { id } = fact.facts;
      const status = 'scheduled';
      return [change('meeting', id, { ...fact.facts, status, corrections: [], isReliedOn: false, revision })];
    }
    case 'attendance-recorded':
      return [attended(fact.facts, view, revision)];
    case 'meeting-opened': {
      const meeting = meetingIn(view, fact.facts.meetingId);
      return [change('meeting', meeting.id, { ...meeting, status: 'open', revision }), ...fallDue(meeting, view)];
    }
    case 'meeting-closed':
      return [touched(view, fact.facts.meetingId, { status: 'closed', revision })];
    case 'minutes-confirmed': {
      const { meetingId, confirmedAtMeetingId } = fact.facts;
      return [touched(view, meetingId, { minutesConfirmedAtMeetingId: confirmedAtMeetingId, revision })];
    }
  }
}

const meetingIn = (view: LedgerView, id: string): Meeting => found(view.get('meeting', id), 'meeting', id);

/** A meeting of which something changed; its revision always does. */
export const touched = (
  view: LedgerView,
  id: string,
  changes: Partial<Meeting> & Pick<Meeting, 'revision'>,
): Change<'meeting'> => change('meeting', id, { ...meetingIn(view, id), ...changes });

function attended(facts: AttendanceRecorded, view: LedgerView, revision: number): Change {
  const { meetingId, presiding, present, reason } = facts;
  const { corrections, isReliedOn } = meetingIn(view, meetingId);
  const correction = isReliedOn && reason !== undefined ? [{ sequence: revision, reason }] : [];
  return touched(view, meetingId, {
    attendance: { presiding, present },
    corrections: [...corrections, ...correction],
    revision,
  });
}

/** Where the terms of reference say no number of days, chair's action is to be ratified at the next meeting. */
const fallDue = ({ heldOn }: Meeting, view: LedgerView): Change[] =>
  governanceOf(view).unratifiedAwardIds.flatMap((id) => {
    const award = view.get('award', id);
    const { ratification } = award ?? {};
    if (award === undefined || ratification === undefined) return [];
    if (ratification.dueOn !== undefined || ratification.actedOn >= heldOn) return [];
    return [change('award', id, { ...award, ratification: { ...ratification, dueOn: heldOn } })];
  });
