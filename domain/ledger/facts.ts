import { z } from 'zod';
import { AwardProposed } from '../award/award.ts';
import { AwardDecided, ChairsActionRatified, ChairsActionTaken } from '../award/decision.ts';
import { AwardClosed, AwardPaid, AwardRefunded } from '../award/payment.ts';
import { AwardSubmitted, AwardVariationProposed, AwardWithdrawn } from '../award/proposal.ts';
import { ExpenditureRecorded } from '../expenditure/expenditure.ts';
import { FundOpened } from '../fund/fund.ts';
import { OpeningBalanceRecorded } from '../fund/opening-balance.ts';
import { OpeningReceiptRecorded, OpeningRepaymentRecorded } from '../fund/opening-settlement.ts';
import { SharedFundNoted } from '../fund/shared-fund.ts';
import { FunderNamed } from '../funder/funder.ts';
import { ConditionMet } from '../grant/condition.ts';
import { GrantAgreed } from '../grant/grant.ts';
import { ReceiptRecorded } from '../grant/receipt.ts';
import { RepaymentRecorded, RepaymentRefunded } from '../grant/repayment.ts';
import { TopSliceNotified } from '../grant/top-slice.ts';
import { GrantVaried } from '../grant/variation.ts';
import { AttendanceRecorded } from '../meeting/attendance.ts';
import { InterestDeclared } from '../meeting/interest.ts';
import { MeetingClosed, MeetingOpened, MeetingScheduled, MinutesConfirmed } from '../meeting/meeting.ts';
import { PartnershipCreated } from '../partnership/partnership.ts';
import { PrioritiesSet } from '../partnership/priorities.ts';
import { TermsSet } from '../partnership/terms-of-reference.ts';
import { PlainDate } from '../plain-date.ts';
import { Prose } from '../text.ts';
import { YearClosed } from '../year-end/disposal.ts';
import { YearCertified, YearReopened } from '../year-end/year.ts';

const fact = <Type extends string, Facts extends z.ZodType>(type: Type, facts: Facts) =>
  z.strictObject({ type: z.literal(type), facts });

/** What happened that a reversal can undo. */
export const ReversibleFact = z.discriminatedUnion('type', [
  fact('opening-balance-recorded', OpeningBalanceRecorded),
  fact('opening-receipt-recorded', OpeningReceiptRecorded),
  fact('opening-repayment-recorded', OpeningRepaymentRecorded),
  fact('shared-fund-noted', SharedFundNoted),
  fact('grant-agreed', GrantAgreed),
  fact('receipt-recorded', ReceiptRecorded),
  fact('top-slice-notified', TopSliceNotified),
  fact('grant-varied', GrantVaried),
  fact('condition-met', ConditionMet),
  fact('expenditure-recorded', ExpenditureRecorded),
  fact('repayment-recorded', RepaymentRecorded),
  fact('repayment-refunded', RepaymentRefunded),
  fact('award-paid', AwardPaid),
  fact('award-refunded', AwardRefunded),
  fact('interest-declared', InterestDeclared),
]);
export type ReversibleFact = z.infer<typeof ReversibleFact>;

/** A correction: the entry that `undoes` recorded is taken back, from the reversal's own date on. */
export const EntryReversed = z.strictObject({
  reason: Prose,
  originalOn: PlainDate,
  undoes: ReversibleFact,
  note: Prose.exactOptional(),
});
export type EntryReversed = z.infer<typeof EntryReversed>;

/** Everything that can happen: the type of a journal entry, and the facts decided. */
export const Fact = z.discriminatedUnion('type', [
  fact('partnership-created', PartnershipCreated),
  fact('terms-set', TermsSet),
  fact('priorities-set', PrioritiesSet),
  fact('funder-named', FunderNamed),
  fact('fund-opened', FundOpened),
  fact('meeting-scheduled', MeetingScheduled),
  fact('attendance-recorded', AttendanceRecorded),
  fact('meeting-opened', MeetingOpened),
  fact('meeting-closed', MeetingClosed),
  fact('minutes-confirmed', MinutesConfirmed),
  fact('award-proposed', AwardProposed),
  fact('award-submitted', AwardSubmitted),
  fact('award-withdrawn', AwardWithdrawn),
  fact('award-variation-proposed', AwardVariationProposed),
  fact('award-decided', AwardDecided),
  fact('chairs-action-taken', ChairsActionTaken),
  fact('chairs-action-ratified', ChairsActionRatified),
  fact('award-closed', AwardClosed),
  fact('year-closed', YearClosed),
  fact('year-certified', YearCertified),
  fact('year-reopened', YearReopened),
  ...ReversibleFact.options,
  fact('entry-reversed', EntryReversed),
]);
export type Fact = z.infer<typeof Fact>;
export type EntryType = Fact['type'];

export const entryTypes: readonly EntryType[] = Fact.options.map(({ shape }) => shape.type.value);
