import { type Award, amountApproved, committedAmount } from '../../domain/award/award.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { found } from '../../domain/refusal.ts';
import { fundEffect } from '../http/present.ts';

export function showMeeting({ revision: _, isReliedOn: __, ...meeting }: Meeting): object {
  const { attendance = null, minutesConfirmedAtMeetingId = null } = meeting;
  return { ...meeting, attendance, minutesConfirmedAtMeetingId };
}

export function showAward(whole: Award): object {
  const { firstPaidOn: _, lastMovedOn: __, takenBack: ___, agenda, ...award } = whole;
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
  const award = found(view.get('award', awardId), 'award', awardId);
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
