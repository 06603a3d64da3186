import type { LedgerView } from '../ledger/ledger-state.ts';
import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { found, refuse } from '../refusal.ts';
import type { Interest } from './interest.ts';
import type { Meeting } from './meeting.ts';
import { assertQuorate } from './quorum.ts';

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

/** Refuses an item for which a meeting has no quorum, recusals taken off; else the authorities that count. */
export const assertItemQuorate = (
  { attendance }: Meeting,
  { quorum }: TermsOfReference,
  { interests }: { readonly interests: readonly Interest[] },
): string[] => assertQuorate(attendance, quorum, interests);
