import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { note, Prose, ServiceId } from '../text.ts';

export const SubmissionBody = z.strictObject({ meetingId: ServiceId, ...note });
export type SubmissionBody = z.infer<typeof SubmissionBody>;

/** An award, or a variation of one, was put on a meeting's agenda. */
export const AwardSubmitted = SubmissionBody.extend({ awardId: ServiceId });
export type AwardSubmitted = z.infer<typeof AwardSubmitted>;

export const WithdrawalBody = z.strictObject({ reason: Prose, ...note });
export type WithdrawalBody = z.infer<typeof WithdrawalBody>;

/** Whoever proposed it took it back: the award, or where it is approved already, the variation. */
export const AwardWithdrawn = WithdrawalBody.extend({ awardId: ServiceId });
export type AwardWithdrawn = z.infer<typeof AwardWithdrawn>;

export const AwardVariationBody = z.strictObject({
  amountRequested: Amount,
  reason: Prose,
  meetingId: ServiceId,
  ...note,
});
export type AwardVariationBody = z.infer<typeof AwardVariationBody>;

/** Somebody asks a meeting to approve another amount for an award than it had. */
export const AwardVariationProposed = z.strictObject({
  awardId: ServiceId,
  meetingId: ServiceId,
  amountRequested: MoneyText,
  reason: Prose,
  note: Prose.exactOptional(),
});
export type AwardVariationProposed = z.infer<typeof AwardVariationProposed>;
