import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { Fund } from '../fund/fund.ts';
import { GrantKind } from '../grant/grant.ts';
import type { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Prose, Reference, ServiceId, Slug, Title } from '../text.ts';
import { Disposal } from '../year-end/disposal.ts';

/** What a fund, or all of them, had, got, used and has left, and where that lies. */
export const position = {
  openingBalance: MoneyText,
  grossIncome: MoneyText,
  topSliced: MoneyText,
  expenditure: MoneyText,
  returned: MoneyText,
  closingBalance: MoneyText,
  committed: MoneyText,
  uncommitted: MoneyText,
  cash: MoneyText,
  receivable: MoneyText,
  receivedInAdvance: MoneyText,
  repayable: MoneyText,
};

export const FundLine = z.strictObject({
  fundId: Slug,
  name: Title,
  restriction: Fund.shape.restriction,
  nature: Fund.shape.nature,
  ...position,
  /** What closing the year decided about the balance; nothing before. */
  disposals: z.array(Disposal.omit({ fundId: true })),
  /** Until when the records of this year are kept. */
  keptUntil: PlainDate,
  note: Prose.exactOptional(),
});
export type FundLine = z.infer<typeof FundLine>;

const usage = {
  openingUnspent: MoneyText,
  grossIncomeInYear: MoneyText,
  topSlicedInYear: MoneyText,
  spentInYear: MoneyText,
  returned: MoneyText,
  closingUnspent: MoneyText,
};

/** A grant and its use. What a fund brought with it when the partnership joined has a line of its own, without a grant. */
export const GrantLine = z.strictObject({
  grantId: z.string().nullable(),
  kind: z.enum([...GrantKind.options, 'opening-balance']),
  title: Title,
  funder: z.strictObject({ id: Slug, name: Title }).nullable(),
  fundId: Slug,
  financialYear: FinancialYear.exactOptional(),
  reference: z.string(),
  grossAmount: MoneyText,
  topSlices: z.array(z.strictObject({ purpose: Title, amount: MoneyText })),
  topSlicedAmount: MoneyText,
  netAmount: MoneyText,
  receivedInYear: MoneyText,
  receivedToDate: MoneyText,
  outstandingAmount: MoneyText,
  ...usage,
  note: Prose.exactOptional(),
});
export type GrantLine = z.infer<typeof GrantLine>;

/** What a decision approved, and on which minute it rests; chair's action rests on none. */
const approval = {
  meetingId: ServiceId.nullable(),
  decidedOn: PlainDate,
  minuteReference: Reference.nullable(),
  /** Null while it is to be confirmed. */
  amountApproved: MoneyText.nullable(),
};

/** An award as it stood on the statement's date, with what was paid to it. */
export const AwardLine = z.strictObject({
  awardId: ServiceId,
  title: Title,
  recipient: z.strictObject({ name: Title }),
  fundId: Slug,
  grantId: ServiceId.exactOptional(),
  priorities: z.array(Slug),
  ...approval,
  /** What was approved before, oldest first. */
  earlierApprovals: z.array(z.strictObject(approval)),
  paidInYear: MoneyText,
  refundedInYear: MoneyText,
  paidToDate: MoneyText,
  refundedToDate: MoneyText,
  committed: MoneyText,
  /** Where it was chair's action. */
  ratification: z
    .strictObject({
      status: z.enum(['awaited', 'ratified', 'refused']),
      dueOn: PlainDate.nullable(),
      ratifiedOn: PlainDate.nullable(),
      meetingId: ServiceId.nullable(),
      minuteReference: Reference.nullable(),
    })
    .exactOptional(),
  note: Prose.exactOptional(),
});
export type AwardLine = z.infer<typeof AwardLine>;

export type Position = { [Figure in keyof typeof position]: Money };
export type Usage = { [Figure in keyof typeof usage]: Money };
export const figures = Object.keys(position).filter((key): key is keyof Position => key in position);
