import type { Money } from '../money.ts';
import type { BankColumns, Column } from './bank-columns.ts';
import { problemInCell, type Read } from './bank-file.ts';
import type { Direction } from './bank-line.ts';
import { type BankRow, cellAt, wrongCell } from './bank-row.ts';
import { readAmount } from './read-amount.ts';
import { statedDirections } from './stated-direction.ts';

export type Movement = { readonly amount: Money; readonly direction: Direction };

/** How much moved, and which way. Where a row leaves either open, it isn't read. */
export function readMovement(row: BankRow, columns: BankColumns): Read<Movement> {
  const { amounts, paidIn, paidOut } = columns;
  const [amount] = amounts;
  const hasBoth = paidIn.length > 0 && paidOut.length > 0;
  return amount === undefined || hasBoth ? readSides(row, columns) : readSigned(row, amount, columns);
}

/** An amount with a sign, or beside a column that says which way; with neither it came in. */
function readSigned(row: BankRow, column: Column, columns: BankColumns): Read<Movement> {
  if (cellAt(row, column) === '') return { problem: problemInCell(row.number, column.name, nothingMoves) };
  const written = readAmount(cellAt(row, column));
  if ('problem' in written) return { problem: wrongCell(row, column, written.problem) };
  const { amount, direction } = written.value;
  if (amount.isZero()) return { problem: wrongCell(row, column, zeroMoves) };
  const stated = statedDirections(row, columns);
  if ('problem' in stated) return stated;
  const [first = 'in', ...others] = [...new Set([direction ?? [], stated.value].flat())];
  if (others.length === 0) return { value: { amount, direction: first } };
  return { problem: wrongCell(row, column, 'and the rest of the row disagree on which way the money went') };
}

const nothingMoves = 'there is no amount. Take out rows that move no money.';
const zeroMoves = 'moves no money. Take such rows out';

/** Money in and money out in columns of their own, of which one has an amount. */
function readSides(row: BankRow, { paidIn: [paidIn], paidOut: [paidOut] }: BankColumns): Read<Movement> {
  const sides = [
    ...(paidIn === undefined ? [] : readSide(row, paidIn, 'in')),
    ...(paidOut === undefined ? [] : readSide(row, paidOut, 'out')),
  ];
  const [first, second] = sides;
  const column = (paidIn ?? paidOut)?.name ?? '';
  if (first === undefined) return { problem: problemInCell(row.number, column, nowhere(paidIn && paidOut)) };
  if (second === undefined) return first;
  const wrong = sides.find((side) => 'problem' in side);
  return wrong ?? { problem: problemInCell(row.number, column, `there is an amount in “${paidOut?.name}” too.`) };
}

const nowhere = (other: Column | undefined): string =>
  other === undefined ? nothingMoves : `there is no amount, nor in “${other.name}”. Take out rows that move no money.`;

/** What one of two columns has; some banks fill the other one with 0.00. */
function readSide(row: BankRow, column: Column, direction: Direction): Read<Movement>[] {
  if (cellAt(row, column) === '') return [];
  const written = readAmount(cellAt(row, column));
  if ('problem' in written) return [{ problem: wrongCell(row, column, written.problem) }];
  const { amount, direction: stated = direction } = written.value;
  if (amount.isZero()) return [];
  if (stated === direction) return [{ value: { amount, direction } }];
  return [{ problem: wrongCell(row, column, `is written as money ${stated}, in the column for money ${direction}`) }];
}
