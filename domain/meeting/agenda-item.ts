import { z } from 'zod';
import { MoneyText } from '../money-schema.ts';
import { Reference, ServiceId } from '../text.ts';

/** Something that a meeting has to decide about an award, and what became of it there. */
export const AgendaItem = z.strictObject({
  meetingId: ServiceId,
  awardId: ServiceId,
  /** The journal entry that put it on the agenda. */
  sequence: z.int(),
  kind: z.enum(['proposal', 'amount', 'variation', 'ratification']),
  amountRequested: MoneyText.exactOptional(),
  outcome: z
    .enum(['approved', 'rejected', 'deferred', 'ratified', 'refused', 'withdrawn', 'moved', 'chairs-action'])
    .exactOptional(),
  /** The journal entry of the outcome. */
  outcomeSequence: z.int().exactOptional(),
  amountApproved: MoneyText.exactOptional(),
  minuteReference: Reference.exactOptional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;
