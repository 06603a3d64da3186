import type { KnownAward, KnownMeeting } from './known-award.ts';

/** The meeting that is to decide about an award, where it is on the agenda of one. */
export function agendaMeeting({ award, meetings }: KnownAward): KnownMeeting | undefined {
  const { status, variation, meetingId, decisions } = award;
  const isWaiting = status === 'submitted' || status === 'deferred' || variation !== undefined;
  const last = decisions.at(-1);
  const wasPutOff = last?.type === 'award-decided' && last.outcome === 'deferred' && last.meetingId === meetingId;
  return isWaiting && !wasPutOff && meetingId !== null ? meetings.get(meetingId) : undefined;
}

/** Where the chair decides about an award at a meeting. */
export const openMeetings = ({ meetings }: KnownAward): KnownMeeting[] =>
  [...meetings.values()].filter(({ status }) => status === 'open');
