import type { BankColumns, Column } from './bank-columns.ts';
import type { Read } from './bank-file.ts';
import type { Direction } from './bank-line.ts';
import { type BankRow, cellAt, wrongCell } from './bank-row.ts';

/** What columns of their own say about which way the money went. */
export function statedDirections(row: BankRow, { directions, types }: BankColumns): Read<readonly Direction[]> {
  const wrong = directions.find((column) => directionsIn(row, column).length === 0);
  if (wrong !== undefined) return { problem: wrongCell(row, wrong, 'is neither CR nor DR') };
  // A type may be anything, such as BACS or C for a cheque; only whole words that say which way are believed.
  const telling = types.filter((column) => cellAt(row, column).length > 1);
  return { value: [...directions, ...telling].flatMap((column) => directionsIn(row, column)) };
}

function directionsIn(row: BankRow, column: Column): Direction[] {
  const word = cellAt(row, column);
  if (/^(?:CR?|credit)$/i.test(word)) return ['in'];
  return /^(?:DR?|debit)$/i.test(word) ? ['out'] : [];
}
