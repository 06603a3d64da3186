import type { LedgerView } from '../ledger/ledger-state.ts';
import { found, refuse } from '../refusal.ts';
import type { Meeting } from './meeting.ts';

export function meetingOf(view: LedgerView, meetingId: string): Meeting {
  view.partnership();
  return found(view.get('meeting', meetingId), 'meeting', meetingId);
}

/** Refuses to put anything on the agenda of a meeting that is over. */
export function assertToCome(meeting: Meeting): void {
  if (meeting.status === 'closed') assertOpen(meeting);
}

/** Refuses what only an open meeting can do. */
export function assertOpen({ title: meeting, heldOn, status }: Meeting): void {
  if (status !== 'open') refuse({ code: 'meeting-not-open', meeting, heldOn, meetingStatus: status });
}
