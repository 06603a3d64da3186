import { z } from 'zod';
import { Award, RatificationState } from '../../domain/award/award.ts';
import { AwardDecided, ChairsActionRatified, ChairsActionTaken } from '../../domain/award/decision.ts';
import { AwardClosed, AwardPaid, AwardRefunded } from '../../domain/award/payment.ts';
import { entryTypes } from '../../domain/ledger/facts.ts';
import { AgendaItem } from '../../domain/meeting/agenda-item.ts';
import { Attendance } from '../../domain/meeting/attendance.ts';
import { Interest, InterestDeclared } from '../../domain/meeting/interest.ts';
import { Meeting } from '../../domain/meeting/meeting.ts';
import { MoneyText } from '../../domain/money-schema.ts';
import { PlainDate } from '../../domain/plain-date.ts';
import { Person, Prose, ServiceId, Slug, Title } from '../../domain/text.ts';
import { effect, entered } from '../http/effects.ts';

const Quorum = z.strictObject({
  needed: z.int(),
  /** The authorities that count: distinct ones with somebody present. */
  authorities: z.array(Slug),
  isMet: z.boolean(),
});

/** A meeting without its agenda, as lists show it. */
export const MeetingAnswer = Meeting.omit({
  revision: true,
  isReliedOn: true,
  interested: true,
  corrections: true,
}).extend({
  attendance: Attendance.nullable(),
  minutesConfirmedAtMeetingId: ServiceId.nullable(),
});

/** Something to decide, and what became of it. */
export const AgendaItemAnswer = AgendaItem.omit({ meetingId: true, sequence: true }).extend({
  title: Title,
  fundId: Slug,
  priorities: z.array(Slug),
  recipient: z.strictObject({ name: Title }),
  /** With what they are, where they were declared at this meeting. */
  interests: z.array(Interest.extend({ nature: Prose.exactOptional() })),
  /** Quorum and who presides once recusals are taken off; as things stand now. */
  quorum: Quorum,
  presiding: z.string().nullable(),
});

/** A change of the attendance after a decision had relied on it. */
const AttendanceCorrection = Attendance.extend({ ...entered, reason: Prose, recordedBy: Person });

export const WholeMeetingAnswer = MeetingAnswer.extend({
  corrections: z.array(AttendanceCorrection),
  quorum: Quorum,
  agenda: z.array(AgendaItemAnswer),
  /** Chair’s action that waits for a meeting to ratify it. */
  toRatify: z.array(
    z.strictObject({
      awardId: ServiceId,
      title: Title,
      fundId: Slug,
      amountApproved: MoneyText,
      actedOn: PlainDate,
      dueOn: PlainDate.nullable(),
    }),
  ),
});

export const InterestAnswer = InterestDeclared.extend(entered);

const figures = {
  amountApproved: MoneyText.nullable(),
  committedAmount: MoneyText,
};

/** An award without its history, as lists show it. */
export const AwardAnswer = Award.omit({
  firstMovedOn: true,
  lastMovedOn: true,
  agenda: true,
  deferred: true,
  closedOn: true,
}).extend({
  ...figures,
  /** The meeting whose agenda it is on, or the last that had to do with it. */
  meetingId: ServiceId.nullable(),
  ratification: RatificationState.exactOptional(),
});

/** What happened after the decision to the attendance on which it rests. */
const corrections = {
  attendanceCorrections: z.array(AttendanceCorrection),
  /** Whether the attendance as corrected still has quorum for the item. */
  isQuorateAsCorrected: z.boolean().exactOptional(),
  minutesConfirmedAtMeetingId: ServiceId.nullable().exactOptional(),
};

const decision = { ...entered, decidedOn: PlainDate, decidedBy: Person };
const ofAward = { awardId: true, fundId: true } as const;
const DecisionAnswer = z.discriminatedUnion('type', [
  AwardDecided.omit(ofAward).extend({ ...decision, ...corrections, type: z.literal('award-decided') }),
  ChairsActionTaken.omit(ofAward).extend({ ...decision, type: z.literal('chairs-action-taken') }),
  ChairsActionRatified.omit(ofAward).extend({ ...decision, ...corrections, type: z.literal('chairs-action-ratified') }),
]);

/** An entry of the journal that is part of the award's history. */
const HistoryAnswer = z.strictObject({
  ...entered,
  type: z.enum([...entryTypes]),
  effectiveOn: PlainDate,
  recordedAt: z.iso.datetime(),
  recordedBy: Person,
  facts: z.record(z.string(), z.unknown()),
  reverses: z.int().exactOptional(),
  reversedBy: z.int().exactOptional(),
});

export const WholeAwardAnswer = AwardAnswer.extend({
  decisions: z.array(DecisionAnswer),
  history: z.array(HistoryAnswer),
});

export const ChangedAwardAnswer = AwardAnswer.extend(entered);
export const DecidedAwardAnswer = ChangedAwardAnswer.extend(effect);

const awardEffect = {
  ...entered,
  ...effect,
  award: z.strictObject({
    awardId: ServiceId,
    status: Award.shape.status,
    ...figures,
    paidAmount: MoneyText,
    refundedAmount: MoneyText,
  }),
};
export const PaymentAnswer = AwardPaid.extend(awardEffect);
export const RefundAnswer = AwardRefunded.extend(awardEffect);
export const ClosureAnswer = AwardClosed.extend(awardEffect);
