import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { Attendance } from '../meeting/attendance.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';

const conditions = z.array(Prose).max(50).exactOptional();
const outcome = z.enum(['approved', 'rejected', 'deferred']);

export const DecisionBody = z
  .strictObject({
    meetingId: ServiceId,
    outcome,
    /** Left out where it is still to be confirmed. */
    amountApproved: Amount.exactOptional(),
    minuteReference: Reference,
    conditions,
    /** The meeting to whose agenda it goes. */
    deferredTo: ServiceId.exactOptional(),
    ...note,
  })
  .refine((body) => body.outcome === 'approved' || body.amountApproved === undefined, {
    path: ['amountApproved'],
    error: 'Only an approval has an amount.',
  })
  .refine((body) => body.outcome === 'approved' || body.conditions === undefined, {
    path: ['conditions'],
    error: 'Only an approval has conditions.',
  })
  .refine((body) => body.outcome === 'deferred' || body.deferredTo === undefined, {
    path: ['deferredTo'],
    error: 'Only what is deferred goes to another meeting.',
  });
export type DecisionBody = z.infer<typeof DecisionBody>;

/** By whom and on what strength a meeting decided an item. */
const strength = {
  presiding: Attendance.shape.presiding,
  /** How many authorities the terms of reference wanted, and which counted, recusals taken off. */
  quorum: z.int(),
  authorities: z.array(Slug),
};

/** What was free in the fund before the decision, and how far the allowance for over-commitment was used. */
export const MoneyTest = z.strictObject({
  uncommittedBefore: MoneyText,
  overCommitment: z
    .strictObject({ percent: z.int(), financialYear: FinancialYear, allowance: MoneyText, used: MoneyText })
    .exactOptional(),
});
export type MoneyTest = z.infer<typeof MoneyTest>;

/** A meeting decided about an award: about the proposal, its amount still to be confirmed, or a variation. */
export const AwardDecided = z.strictObject({
  awardId: ServiceId,
  fundId: Slug,
  meetingId: ServiceId,
  kind: z.enum(['proposal', 'amount', 'variation']),
  outcome,
  amountApproved: MoneyText.exactOptional(),
  /** What a variation changes. */
  amountBefore: MoneyText.exactOptional(),
  minuteReference: Reference,
  conditions,
  deferredTo: ServiceId.exactOptional(),
  ...strength,
  moneyTest: MoneyTest.exactOptional(),
  note: Prose.exactOptional(),
});
export type AwardDecided = z.infer<typeof AwardDecided>;

export const ChairsActionBody = (limits: DateLimits) =>
  z.strictObject({ amountApproved: Amount, reason: Prose, decidedOn: happened(limits), ...note });
export type ChairsActionBody = z.infer<ReturnType<typeof ChairsActionBody>>;

/** The chair approved an award between meetings. */
export const ChairsActionTaken = z.strictObject({
  awardId: ServiceId,
  fundId: Slug,
  amountApproved: MoneyText,
  reason: Prose,
  decidedOn: PlainDate,
  /** The limit that the terms of reference set. */
  limit: MoneyText,
  /** By when it is to be ratified, where the terms say within how many days. */
  ratifyBy: PlainDate.exactOptional(),
  moneyTest: MoneyTest,
  note: Prose.exactOptional(),
});
export type ChairsActionTaken = z.infer<typeof ChairsActionTaken>;

const ratification = {
  awardId: ServiceId,
  outcome: z.enum(['ratified', 'refused']),
  minuteReference: Reference,
};

export const RatificationBody = z.strictObject({ ...ratification, ...note });
export type RatificationBody = z.infer<typeof RatificationBody>;

/** A meeting ratified its chair's action, or refused to, which releases what is unpaid. */
export const ChairsActionRatified = z.strictObject({
  ...ratification,
  fundId: Slug,
  meetingId: ServiceId,
  released: MoneyText,
  ...strength,
  note: Prose.exactOptional(),
});
export type ChairsActionRatified = z.infer<typeof ChairsActionRatified>;
