import { z } from 'zod';
import { ReceiptBody } from '../grant/receipt.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';

/** Payment references may repeat: banks pay in batches. */
export const PaymentBody = (limits: DateLimits) =>
  z.strictObject({ amount: Amount, paidOn: happened(limits), paymentReference: Reference, ...note });
export type PaymentBody = z.infer<ReturnType<typeof PaymentBody>>;

const ofAward = { id: ServiceId, awardId: ServiceId, fundId: Slug };

/** Money paid to a recipient. */
export const AwardPaid = z.strictObject({
  ...ofAward,
  amount: MoneyText,
  paidOn: PlainDate,
  paymentReference: Reference,
  note: Prose.exactOptional(),
});
export type AwardPaid = z.infer<typeof AwardPaid>;

/** A refund is cash at the bank, like a receipt. */
export const RefundBody = ReceiptBody;
export type RefundBody = ReceiptBody;

/** Money back from a recipient. */
export const AwardRefunded = z.strictObject({
  ...ofAward,
  amount: MoneyText,
  receivedOn: PlainDate,
  bankReference: Reference,
  bankTotal: MoneyText.exactOptional(),
  note: Prose.exactOptional(),
});
export type AwardRefunded = z.infer<typeof AwardRefunded>;

export const ClosureBody = (limits: DateLimits) =>
  z.strictObject({ reason: Prose, closedOn: happened(limits), ...note });
export type ClosureBody = z.infer<ReturnType<typeof ClosureBody>>;

/** Nothing more will be paid: what was not is released. */
export const AwardClosed = z.strictObject({
  awardId: ServiceId,
  fundId: Slug,
  reason: Prose,
  closedOn: PlainDate,
  released: MoneyText,
  note: Prose.exactOptional(),
});
export type AwardClosed = z.infer<typeof AwardClosed>;
