import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';

export const RepaymentBody = (limits: DateLimits) =>
  z.strictObject({ amount: Amount, paidOn: happened(limits), paymentReference: Reference, ...note });
export type RepaymentBody = z.infer<ReturnType<typeof RepaymentBody>>;

export const RepaymentRefundBody = (limits: DateLimits) =>
  z.strictObject({ amount: Amount, receivedOn: happened(limits), bankReference: Reference, ...note });
export type RepaymentRefundBody = z.infer<ReturnType<typeof RepaymentRefundBody>>;

const repaid = { id: ServiceId, grantId: ServiceId, fundId: Slug, amount: MoneyText, note: Prose.exactOptional() };

/** Money paid back to the funder, out of what closing a year returned. */
export const RepaymentRecorded = z.strictObject({ ...repaid, paidOn: PlainDate, paymentReference: Reference });
export type RepaymentRecorded = z.infer<typeof RepaymentRecorded>;

/** Money back from the funder, where more was repaid than was to be returned. */
export const RepaymentRefunded = z.strictObject({ ...repaid, receivedOn: PlainDate, bankReference: Reference });
export type RepaymentRefunded = z.infer<typeof RepaymentRefunded>;
