import { z } from 'zod';
import { FinancialYear, plausibleYear } from '../financial-year.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, PlainDate } from '../plain-date.ts';
import { note, Organisation, Prose, Reference, ServiceId, Title } from '../text.ts';

const isDistinct = (all: readonly string[]): boolean => new Set(all).size === all.length;

export const SharedFundBody = (limits: DateLimits) =>
  z
    .strictObject({
      title: Title,
      funder: Organisation,
      totalAmount: Amount,
      financialYears: z.array(plausibleYear(limits)).min(1).max(50).refine(isDistinct, 'Name each year once.'),
      areaCount: z.int().min(1).max(500).exactOptional(),
      areas: z.array(z.strictObject({ name: Title, amount: Amount.exactOptional() })).max(50),
      heldBy: Title,
      source: Reference.exactOptional(),
      ...note,
    })
    .refine(({ areas }) => isDistinct(areas.map(({ name }) => name)), {
      path: ['areas'],
      error: 'Name each area once.',
    })
    .refine(({ areaCount, areas }) => areaCount === undefined || areas.length <= areaCount, {
      path: ['areas'],
      error: 'More areas are named than there are.',
    });
export type SharedFundBody = z.infer<ReturnType<typeof SharedFundBody>>;

/** A fund held elsewhere for several areas or years: a note in statements, no income of this partnership. */
export const SharedFundNoted = z.strictObject({
  id: ServiceId,
  title: Title,
  funder: Organisation,
  totalAmount: MoneyText,
  financialYears: z.array(FinancialYear),
  areaCount: z.int().exactOptional(),
  /** An area's amount left out means that its share is not stated; shares are never made up. */
  areas: z.array(z.strictObject({ name: Title, amount: MoneyText.exactOptional() })),
  heldBy: Title,
  source: Reference.exactOptional(),
  note: Prose.exactOptional(),
});
export type SharedFundNoted = z.infer<typeof SharedFundNoted>;

export const SharedFund = SharedFundNoted.extend({ sequence: z.int(), reversedOn: PlainDate.exactOptional() });
export type SharedFund = z.infer<typeof SharedFund>;
