import { z } from 'zod';
import { FinancialYear, plausibleYear } from '../financial-year.ts';
import { Nature } from '../fund/fund.ts';
import type { Money } from '../money.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate, planned } from '../plain-date.ts';
import { note, Organisation, Prose, Reference, ServiceId, Slug, Title } from '../text.ts';
import { Instalment, InstalmentsBody } from './instalment.ts';

export const GrantKind = z.enum(['core-allocation', 'pilot', 'project', 'contribution']);

/** What happens to money that is left: carried forward freely where nothing is stated. */
export const Underspend = z.enum(['return', 'carry-forward']);

const isPeriod = ({ start, end }: { readonly start: string; readonly end: string }): boolean => start <= end;
export const Period = z.strictObject({ start: PlainDate, end: PlainDate });
export type Period = z.infer<typeof Period>;
export const PeriodBody = (limits: DateLimits) =>
  z
    .strictObject({ start: planned(limits), end: planned(limits) })
    .refine(isPeriod, { path: ['end'], error: 'A period ends no earlier than it starts.' });

const conditions = z.array(Prose).max(50);
const description = Prose.exactOptional();

export const GrantBody = (limits: DateLimits) =>
  z.strictObject({
    kind: GrantKind,
    title: Title,
    funder: Organisation,
    fundId: Slug,
    financialYear: plausibleYear(limits),
    grossAmount: Amount,
    topSlices: z
      .array(z.strictObject({ purpose: Title, description, amount: Amount }))
      .max(50)
      .exactOptional(),
    reference: Reference,
    agreedOn: happened(limits),
    nature: Nature.exactOptional(),
    fundingPeriod: PeriodBody(limits).exactOptional(),
    underspend: Underspend.exactOptional(),
    conditions: conditions.exactOptional(),
    statedTotal: Amount.exactOptional(),
    instalments: InstalmentsBody(limits).exactOptional(),
    ...note,
  });
export type GrantBody = z.infer<ReturnType<typeof GrantBody>>;

const AgreedTopSlice = z.strictObject({ id: ServiceId, purpose: Title, description, amount: MoneyText });

const agreement = {
  id: ServiceId,
  kind: GrantKind,
  title: Title,
  funder: Organisation,
  fundId: Slug,
  financialYear: FinancialYear,
  reference: Reference,
  agreedOn: PlainDate,
  nature: Nature,
  /** The total that the funder's paper states, kept as stated also where its parts sum to something else. */
  statedTotal: MoneyText.exactOptional(),
  topSlices: z.array(AgreedTopSlice),
  note: Prose.exactOptional(),
};

const terms = {
  grossAmount: MoneyText,
  fundingPeriod: Period.exactOptional(),
  underspend: Underspend.exactOptional(),
  instalments: z.array(Instalment),
};
export const GrantTerms = z.strictObject(terms);
export type GrantTerms = z.infer<typeof GrantTerms>;

export const GrantAgreed = z.strictObject({ ...agreement, ...terms, netAmount: MoneyText, conditions });
export type GrantAgreed = z.infer<typeof GrantAgreed>;

const Condition = z.strictObject({
  text: Prose,
  fulfilments: z.array(z.strictObject({ sequence: z.int(), metOn: PlainDate, reversedOn: PlainDate.exactOptional() })),
});
export type Condition = z.infer<typeof Condition>;

/** The variation that holds, and how to find the one before it. */
export const LastVariation = z.strictObject({ id: ServiceId, sequence: z.int(), effectiveOn: PlainDate });

/** A grant as it stands: what was first agreed stays visible in `agreed`. */
export const Grant = z.strictObject({
  ...agreement,
  ...terms,
  /** When it counts: the day agreed, or the nearest day of its financial year. */
  effectiveOn: PlainDate,
  agreed: GrantTerms,
  topSlicedAmount: MoneyText,
  netAmount: MoneyText,
  receivedAmount: MoneyText,
  conditions: z.array(Condition),
  laterTopSliceCount: z.int(),
  lastVariation: LastVariation.exactOptional(),
  sequence: z.int(),
  reversedOn: PlainDate.exactOptional(),
  reversedBy: z.int().exactOptional(),
});
export type Grant = z.infer<typeof Grant>;

export const outstandingAmount = ({ netAmount, receivedAmount }: Grant): Money => netAmount.minus(receivedAmount);

/** The terms of a grant alone, as a variation replaces them. */
export const termsOf = ({ grossAmount, fundingPeriod, underspend, instalments }: GrantTerms): GrantTerms => ({
  grossAmount,
  ...(fundingPeriod === undefined ? {} : { fundingPeriod }),
  ...(underspend === undefined ? {} : { underspend }),
  instalments,
});

/** The condition as it stands: met by the last fulfilment that was not reversed. */
export const metOn = ({ fulfilments }: Condition): PlainDate | undefined =>
  fulfilments.findLast(({ reversedOn }) => reversedOn === undefined)?.metOn;

/** Whether the condition counted as met on a date. */
export const wasMetOn = ({ fulfilments }: Condition, date: PlainDate): boolean =>
  fulfilments.some(({ metOn, reversedOn }) => metOn <= date && (reversedOn === undefined || reversedOn > date));
