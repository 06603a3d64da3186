import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';
import { GrantTerms, LastVariation, PeriodBody, Underspend } from './grant.ts';
import { InstalmentsBody } from './instalment.ts';
import { entered } from './receipt.ts';

export const VariationBody = (limits: DateLimits) =>
  z
    .strictObject({
      grossAmount: Amount.exactOptional(),
      fundingPeriod: PeriodBody(limits).exactOptional(),
      instalments: InstalmentsBody(limits).exactOptional(),
      underspend: Underspend.exactOptional(),
      effectiveOn: happened(limits),
      reference: Reference,
      reason: Prose,
      ...note,
    })
    .refine(
      ({ grossAmount, fundingPeriod, instalments, underspend }) =>
        [grossAmount, fundingPeriod, instalments, underspend].some((term) => term !== undefined),
      'A variation changes the gross amount, the funding period, the instalments or what happens to an underspend.',
    );
export type VariationBody = z.infer<ReturnType<typeof VariationBody>>;

/** A new version of a grant's terms: an uplift, a cut, an extension. */
export const GrantVaried = z.strictObject({
  id: ServiceId,
  grantId: ServiceId,
  fundId: Slug,
  effectiveOn: PlainDate,
  reference: Reference,
  reason: Prose,
  before: GrantTerms,
  after: GrantTerms,
  netAmount: MoneyText,
  previous: LastVariation.exactOptional(),
  note: Prose.exactOptional(),
});
export type GrantVaried = z.infer<typeof GrantVaried>;

export const Variation = GrantVaried.extend(entered);
export type Variation = z.infer<typeof Variation>;
