import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { Fund } from '../fund/fund.ts';
import { GrantKind } from '../grant/grant.ts';
import type { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { Prose, Slug, Title } from '../text.ts';

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
  disposals: z.array(z.never()),
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

export type Position = { [Figure in keyof typeof position]: Money };
export type Usage = { [Figure in keyof typeof usage]: Money };
export const figures = Object.keys(position).filter((key): key is keyof Position => key in position);
