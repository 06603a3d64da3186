import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug, Title } from '../text.ts';
import { entered } from './receipt.ts';

export const TopSliceBody = (limits: DateLimits) =>
  z.strictObject({
    purpose: Title,
    description: Prose.exactOptional(),
    amount: Amount,
    notifiedOn: happened(limits),
    reference: Reference,
    ...note,
  });
export type TopSliceBody = z.infer<ReturnType<typeof TopSliceBody>>;

/** Money that the funder keeps at source, notified after the grant was agreed. */
export const TopSliceNotified = z.strictObject({
  id: ServiceId,
  grantId: ServiceId,
  fundId: Slug,
  purpose: Title,
  description: Prose.exactOptional(),
  amount: MoneyText,
  notifiedOn: PlainDate,
  reference: Reference,
  netAmount: MoneyText,
  note: Prose.exactOptional(),
});
export type TopSliceNotified = z.infer<typeof TopSliceNotified>;

/** A top-slice of a grant, agreed with it or notified later. */
export const TopSlice = TopSliceNotified.omit({ netAmount: true }).extend(entered);
export type TopSlice = z.infer<typeof TopSlice>;
