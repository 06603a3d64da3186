import type { BankLine } from './bank-line.ts';

/** What cannot be read, in a whole sentence that names the row and the column where there is one. */
export type BankFileProblem = { readonly row?: number; readonly column?: string; readonly detail: string };

/** A file is read whole or not at all: a row that cannot be read is never left out. */
export type BankFile =
  | { readonly status: 'read'; readonly lines: readonly BankLine[] }
  | { readonly status: 'refused'; readonly problems: readonly BankFileProblem[] };

/** Something that was read, or why it was not. */
export type Read<Value> = { readonly value: Value } | { readonly problem: BankFileProblem };

export const refused = (...problems: readonly BankFileProblem[]): BankFile => ({ status: 'refused', problems });

export const problemInRow = (row: number, detail: string): BankFileProblem => ({
  row,
  detail: `Row ${row}: ${detail}`,
});

export const problemInCell = (row: number, column: string, detail: string): BankFileProblem => ({
  row,
  column,
  detail: `Row ${row}, column “${column}”: ${detail}`,
});
