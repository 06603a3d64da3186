import { proposeAward } from '../../domain/award/propose-award.ts';
import type { Decide } from '../../domain/ledger/decision.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import { recordAttendance } from '../../domain/meeting/record-attendance.ts';
import { openMeeting, scheduleMeeting } from '../../domain/meeting/run-meeting.ts';
import { Money } from '../../domain/money.ts';
import { setTerms } from '../../domain/partnership/set-up.ts';
import { times } from './bench-call.ts';

const pound = Money.parse('1.00');
const initiative = {
  title: 'Initiative',
  fundId: 'one',
  recipient: { name: 'Recipient', kind: 'vcse' as const },
  amountRequested: pound,
  purpose: 'Football',
  proposedOn: '2017-09-20',
};

export const proposer = { subject: 'proposer' };
export const chair = { subject: 'chair', name: 'The chair' };
export const viceChair = { subject: 'vice-chair', name: 'The vice-chair' };
export const attendance = {
  presiding: chair,
  present: [{ authorityId: 'council', name: 'The vice-chair', subject: viceChair.subject }],
};

/** A meeting that is open; meetings to come, and drafts: one for every time that something is done to one. */
export type BenchAwards = {
  readonly openMeetingId: string;
  readonly meetingIds: readonly string[];
  readonly toDecide: readonly string[];
  readonly toActOn: readonly string[];
  readonly toWithdraw: readonly string[];
};

type Act = (decide: Decide, by?: { readonly subject: string }) => JournalEntry;

/** Puts forward what awards are measured on, at the end of a journal of any length. */
export function prepareAwards(act: Act): BenchAwards {
  const made = (decide: Decide): string => {
    const { facts } = act(decide, proposer);
    if ('id' in facts) return facts.id;
    throw new Error('nothing was made');
  };
  const meeting = (heldOn: string): string => made(scheduleMeeting({ title: 'The group', heldOn }));
  const drafts = (): string[] => Array.from({ length: times }, () => made(proposeAward(initiative)));
  act(setTerms('2017-04-01', { quorum: 1, chair, viceChair, chairsActionLimit: pound }, undefined));
  const openMeetingId = meeting('2017-11-03');
  act(recordAttendance(openMeetingId, attendance, undefined));
  act(openMeeting(openMeetingId, {}));
  const meetingIds = Array.from({ length: times }, () => meeting('2017-10-06'));
  return { openMeetingId, meetingIds, toDecide: drafts(), toActOn: drafts(), toWithdraw: drafts() };
}
