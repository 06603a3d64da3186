import { decideAward } from '../../domain/award/decide-award.ts';
import { proposeAward, submitAward } from '../../domain/award/propose-award.ts';
import type { Decide } from '../../domain/ledger/decision.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import { Money } from '../../domain/money.ts';
import { type BenchAwards, chair, proposer } from './bench-awards.ts';

const pound = Money.parse('1.00');

/** So many awards of 2017-18, approved at the meeting that is open. */
export function approveAwards(
  act: (decide: Decide, by?: { subject: string }) => JournalEntry,
  { openMeetingId }: BenchAwards,
  count: number,
): void {
  for (let place = 0; place < count; place += 1) {
    const initiative = {
      title: `Initiative ${place}`,
      fundId: 'one',
      recipient: { name: `Recipient ${place}`, kind: 'vcse' as const },
      amountRequested: pound,
      purpose: 'Football',
      proposedOn: '2017-09-20',
    };
    const { facts } = act(proposeAward(initiative), proposer);
    if (!('id' in facts)) throw new Error('nothing was proposed');
    act(submitAward(facts.id, { meetingId: openMeetingId }), proposer);
    const decision = {
      meetingId: openMeetingId,
      outcome: 'approved' as const,
      amountApproved: pound,
      minuteReference: `9.${place}`,
    };
    act(decideAward(facts.id, decision), chair);
  }
}
