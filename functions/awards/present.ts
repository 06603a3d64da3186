import { type Award, amountApproved, committedAmount } from '../../domain/award/award.ts';
import { awardIn } from '../../domain/award/find-award.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { found } from '../../domain/refusal.ts';
import { fundEffect } from '../http/present.ts';

export function showMeeting({
  revision: _,
  isReliedOn: __,
  interested: ___,
  corrections: ____,
  ...meeting
}: Meeting): object {
  const { attendance = null, minutesConfirmedAtMeetingId = null } = meeting;
  return { ...meeting, attendance, minutesConfirmedAtMeetingId };
}

/** A correction of a meeting's attendance, as its entry in the journal says it. */
export function showCorrection(sequence: number, view: Pick<LedgerView, 'entry'>): object {
  const entry = found(view.entry(sequence), 'journal entry', String(sequence));
  if (entry.type !== 'attendance-recorded') throw new Error(`entry ${sequence} records no attendance`);
  const { reason, presiding, present } = entry.facts;
  return { ...enteredAt(entry), reason, recordedBy: entry.recordedBy, presiding, present };
}

export function showAward(whole: Award): object {
  const { firstMovedOn: _, lastMovedOn: __, agenda: ___, deferred: ____, closedOn: _____, ...award } = whole;
  return {
    ...award,
    amountApproved: amountApproved(whole) ?? null,
    committedAmount: committedAmount(whole),
    meetingId: meetingIdOf(whole) ?? null,
  };
}

/** The meeting whose agenda an award is on, or the last that had to do with it. */
const meetingIdOf = ({ agenda, meetingIds }: Award): string | undefined => agenda?.meetingId ?? meetingIds.at(-1);

/** The effect of a command on its award and fund. */
export function awardEffect(view: LedgerView, awardId: string, today: PlainDate): object {
  const award = awardIn(view, awardId);
  const { status, paidAmount, refundedAmount } = award;
  return {
    ...fundEffect(view, award.fundId, today),
    award: {
      awardId,
      status,
      amountApproved: amountApproved(award) ?? null,
      committedAmount: committedAmount(award),
      paidAmount,
      refundedAmount,
    },
  };
}
