import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';

export const ReceiptBody = (limits: DateLimits) =>
  z.strictObject({
    amount: Amount,
    receivedOn: happened(limits),
    bankReference: Reference,
    /** What the bank credit came to, where it covers several receipts. */
    bankTotal: Amount.exactOptional(),
    ...note,
  });
export type ReceiptBody = z.infer<ReturnType<typeof ReceiptBody>>;

/** Cash from a funder. */
export const ReceiptRecorded = z.strictObject({
  id: ServiceId,
  grantId: ServiceId,
  fundId: Slug,
  amount: MoneyText,
  receivedOn: PlainDate,
  bankReference: Reference,
  bankTotal: MoneyText.exactOptional(),
  note: Prose.exactOptional(),
});
export type ReceiptRecorded = z.infer<typeof ReceiptRecorded>;

/** A record made by one entry: its place in the journal, and the reversal where there was one. */
export const entered = { sequence: z.int(), entryId: ServiceId, reversedBy: z.int().exactOptional() };

export const Receipt = ReceiptRecorded.extend(entered);
export type Receipt = z.infer<typeof Receipt>;
