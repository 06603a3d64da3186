import { z } from 'zod';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Reference } from '../text.ts';

/** Beyond this a description has most likely swallowed other rows, behind a quotation mark that nothing closes. */
export const longestDescription = 500;

/** Which way money went, as the account holder sees it. */
export const Direction = z.enum(['in', 'out']);
export type Direction = z.infer<typeof Direction>;

/** One movement on the bank account, as a file of the bank states it. */
export const BankLine = z.strictObject({
  /** The row of the file, counted from 1 as a spreadsheet does: headings and blank rows count. */
  number: z.int().min(1),
  date: PlainDate,
  direction: Direction,
  amount: MoneyText,
  /** What the bank calls it: the reference of the row, or else its description. */
  reference: Reference,
  description: z.string().max(longestDescription),
});
export type BankLine = z.infer<typeof BankLine>;
