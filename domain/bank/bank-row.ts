import type { Column } from './bank-columns.ts';
import { type BankFileProblem, problemInCell } from './bank-file.ts';
import { cleaned, quoted } from './bank-text.ts';

/** A row of the file, numbered from 1. */
export type BankRow = { readonly number: number; readonly cells: readonly string[] };

export const isFilled = ({ cells }: BankRow): boolean => cells.some((cell) => cleaned(cell) !== '');

/** What a row has in a column; a row may be shorter than the header. */
export const cellAt = ({ cells }: BankRow, { place }: Column): string => cleaned(cells[place] ?? '');

/** Says what is wrong with a cell, in words that follow what it says. */
export const wrongCell = (row: BankRow, column: Column, what: string): BankFileProblem =>
  problemInCell(row.number, column.name, `${quoted(cellAt(row, column))} ${what}.`);
