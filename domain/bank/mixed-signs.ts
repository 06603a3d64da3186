import type { BankColumns } from './bank-columns.ts';
import type { BankFileProblem } from './bank-file.ts';
import { type BankRow, cellAt, wrongCell } from './bank-row.ts';

/**
 * Banks write money out in a column of its own with a minus or without. Where one does both, a minus might also be
 * money that came back: nobody knows, so those rows aren't read.
 */
export function mixedSigns(rows: readonly BankRow[], { paidOut: [column] }: BankColumns): BankFileProblem[] {
  if (column === undefined) return [];
  const filled = rows.filter((row) => /[1-9]/.test(cellAt(row, column)));
  const negative = filled.filter((row) => /^\(|[-\u2212]/.test(cellAt(row, column)));
  if (negative.length === filled.length) return [];
  return negative.map((row) => wrongCell(row, column, 'has a minus, and other amounts of the column have none'));
}
