import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { Fund } from '../fund/fund.ts';
import { SharedFund } from '../fund/shared-fund.ts';
import { GrantKind } from '../grant/grant.ts';
import type { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Prose, Slug, Title } from '../text.ts';
import { StatementException } from './exceptions.ts';

/** What a fund, or all of them, had, got, used and has left, and where that lies. */
const position = {
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

const Totals = z.strictObject({ ...position, netIncome: MoneyText, received: MoneyText });

export const SharedFundLine = SharedFund.omit({ sequence: true, reversedOn: true }).extend({
  shares: z.enum(['stated', 'partly-stated', 'not-stated']),
});

/** A year's accounts of a partnership, up to a date, as the journal stood at an entry. */
export const YearEndStatement = z.strictObject({
  partnershipId: Slug,
  partnership: z.strictObject({ name: Title, hostAuthority: Title, note: Prose.exactOptional() }),
  financialYear: FinancialYear,
  status: z.enum(['open']),
  version: z.null(),
  asOf: PlainDate,
  knownAt: z.int(),
  generatedAt: z.iso.datetime(),
  statementHash: z.string(),
  basis: z.string(),
  funds: z.array(FundLine),
  grants: z.array(GrantLine),
  awards: z.array(z.never()),
  expenditure: z.array(z.strictObject({ fundId: Slug, category: Title, amount: MoneyText })),
  totals: Totals,
  sharedFunds: z.array(SharedFundLine),
  exceptions: z.array(StatementException),
  notes: z.array(z.strictObject({ note: Prose, entries: z.array(z.int()) })),
  integrity: z.strictObject({ sequence: z.int(), hash: z.string(), trialBalance: MoneyText }),
});
export type YearEndStatement = z.infer<typeof YearEndStatement>;

export type Position = { [Figure in keyof typeof position]: Money };
export type Usage = { [Figure in keyof typeof usage]: Money };
export const figures = Object.keys(position).filter((key): key is keyof Position => key in position);
