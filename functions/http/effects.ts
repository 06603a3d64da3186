import { z } from 'zod';
import { FinancialYear } from '../../domain/financial-year.ts';
import { MoneyText } from '../../domain/money-schema.ts';
import { ServiceId, Slug } from '../../domain/text.ts';

/** Where a record stands in the journal. */
export const entered = { entryId: ServiceId, sequence: z.int() };

/** What is in a fund, by the end of the financial year named. */
export const FundBalance = z.strictObject({
  financialYear: FinancialYear,
  balance: MoneyText,
  committed: MoneyText,
  uncommitted: MoneyText,
});

/** The fund after the call, so that the effect is seen at once, dry run or not. */
export const effect = { fund: z.strictObject({ fundId: Slug, ...FundBalance.shape }) };
