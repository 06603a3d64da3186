import type { Award } from '../award/award.ts';
import type { EntryPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, onlyOne } from '../ledger/records.ts';
import type { Governance } from '../partnership/governance.ts';
import { governanceOf, reliedOn } from '../partnership/terms-in-force.ts';
import { found } from '../refusal.ts';
import type { AttendanceRecorded } from './attendance.ts';
import { learned } from './identity.ts';
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
      return [
        change('meeting', id, { ...fact.facts, status, corrections: [], interested: [], isReliedOn: false, revision }),
      ];
    }
    case 'attendance-recorded':
      return [attended(fact.facts, view, revision)];
    case 'meeting-opened': {
      const meeting = meetingIn(view, fact.facts.meetingId);
      return [
        change('meeting', meeting.id, { ...meeting, status: 'open', revision }),
        ...fallDue(meeting, view),
        change('governance', onlyOne, withMeeting(governanceOf(view), meeting)),
      ];
    }
    case 'meeting-closed':
      return [touched(view, fact.facts.meetingId, { status: 'closed', revision })];
    case 'minutes-confirmed': {
      const { meetingId, confirmedAtMeetingId } = fact.facts;
      return [touched(view, meetingId, { minutesConfirmedAtMeetingId: confirmedAtMeetingId, revision })];
    }
  }
}

export const meetingIn = (view: LedgerView, id: string): Meeting => found(view.get('meeting', id), 'meeting', id);

/** A meeting of which something changed; its revision always does. */
export const touched = (
  view: LedgerView,
  id: string,
  changes: Partial<Meeting> & Pick<Meeting, 'revision'>,
): Change<'meeting'> => change('meeting', id, { ...meetingIn(view, id), ...changes });

function attended(facts: AttendanceRecorded, view: LedgerView, revision: number): Change {
  const { meetingId, presiding, present, reason } = facts;
  const { corrections, interested } = meetingIn(view, meetingId);
  const correction = reason === undefined ? [] : [revision];
  return touched(view, meetingId, {
    attendance: { presiding, present },
    corrections: [...corrections, ...correction],
    interested: interested.map((identity) => learned(identity, present)),
    revision,
  });
}

/** The attendance and the quorum rely on the terms in force that day. */
function withMeeting(governance: Governance, { heldOn }: Meeting): Governance {
  return reliedOn({ ...governance, heldOn: [...new Set([...governance.heldOn, heldOn])].toSorted() }, heldOn);
}

/** Where the terms of reference say no number of days, chair's action is to be ratified at the next meeting held. */
const fallDue = (meeting: Meeting, view: LedgerView): Change[] =>
  fallingDue(meeting, view).map((award) => {
    const { id, ratification } = award;
    return change('award', id, {
      ...award,
      ...(ratification === undefined ? {} : { ratification: { ...ratification, dueOn: meeting.heldOn } }),
    });
  });

/** Chair's actions of which it turns out that this meeting was the next one. */
export const fallingDue = ({ heldOn }: Meeting, view: LedgerView): Award[] =>
  governanceOf(view).unratifiedAwardIds.flatMap((id) => {
    const award = view.get('award', id);
    const { due, actedOn = heldOn, dueOn } = award?.ratification ?? {};
    const isNext = due === 'next-meeting' && actedOn < heldOn && (dueOn === undefined || heldOn < dueOn);
    return award !== undefined && isNext ? [award] : [];
  });
