import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';

const settled = { amount: Amount, funder: Slug };

export const OpeningReceiptBody = (limits: DateLimits) =>
  z.strictObject({
    ...settled,
    receivedOn: happened(limits),
    bankReference: Reference,
    bankTotal: Amount.exactOptional(),
    ...note,
  });
export type OpeningReceiptBody = z.infer<ReturnType<typeof OpeningReceiptBody>>;

export const OpeningRepaymentBody = (limits: DateLimits) =>
  z.strictObject({ ...settled, paidOn: happened(limits), paymentReference: Reference, ...note });
export type OpeningRepaymentBody = z.infer<ReturnType<typeof OpeningRepaymentBody>>;

const recorded = { id: ServiceId, fundId: Slug, funder: Slug, amount: MoneyText, note: Prose.exactOptional() };

/** Cash from a funder that owed it already when the partnership joined. */
export const OpeningReceiptRecorded = z.strictObject({
  ...recorded,
  receivedOn: PlainDate,
  bankReference: Reference,
  bankTotal: MoneyText.exactOptional(),
});
export type OpeningReceiptRecorded = z.infer<typeof OpeningReceiptRecorded>;

/** Money paid to a funder to whom it was owed already when the partnership joined. */
export const OpeningRepaymentRecorded = z.strictObject({ ...recorded, paidOn: PlainDate, paymentReference: Reference });
export type OpeningRepaymentRecorded = z.infer<typeof OpeningRepaymentRecorded>;
