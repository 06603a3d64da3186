import type { DateLimits, PlainDate } from '../plain-date.ts';
import { type BankFileProblem, problemInCell, problemInRow, type Read } from './bank-file.ts';
import type { BankLine } from './bank-line.ts';
import { type BankRow, cellAt, wrongCell } from './bank-row.ts';
import type { Header } from './find-header.ts';
import { readDate } from './read-date.ts';
import { readMovement } from './read-movement.ts';
import { readWords } from './read-words.ts';

export type ReadRow = { readonly line: BankLine } | { readonly problems: readonly BankFileProblem[] };

/** A line of the bank, or everything that stands in the way of reading it. */
export function readRow(row: BankRow, header: Header, limits: DateLimits): ReadRow {
  const date = readDay(row, header, limits);
  const movement = readMovement(row, header.columns);
  const words = readWords(row, header.columns);
  const unfit = [...tooWide(row, header), ...swallowed(row, limits), ...foreign(row, header)];
  if ('value' in date && 'value' in movement && 'value' in words && unfit.length === 0) {
    return { line: { number: row.number, date: date.value, ...movement.value, ...words.value } };
  }
  const problems = [date, movement, words].flatMap((read) => ('problem' in read ? read.problem : []));
  return { problems: [...unfit, ...problems] };
}

function readDay(row: BankRow, { date }: Header, limits: DateLimits): Read<PlainDate> {
  const text = cellAt(row, date);
  if (text === '') return { problem: problemInCell(row.number, date.name, 'there is no date.') };
  const read = readDate(text, limits);
  return 'value' in read ? read : { problem: wrongCell(row, date, read.problem) };
}

/** A comma too many, in a description that no quotation marks enclose, moves every cell after it. */
function tooWide({ number, cells }: BankRow, { width }: Header): BankFileProblem[] {
  if (cells.slice(width).every((cell) => cell.trim() === '')) return [];
  return [
    problemInRow(number, `it has ${cells.length} cells, and the row of names has ${width}. Is a comma too many?`),
  ];
}

/** A quotation mark that opens in one row and closes in another makes one cell of all between them. */
function swallowed({ number, cells }: BankRow, limits: DateLimits): BankFileProblem[] {
  const later = cells.flatMap((cell) => cell.split(/[\r\n]+/).slice(1));
  const isRow = (line: string): boolean =>
    line.includes(',') && line.split(',').some((part) => 'value' in readDate(part.trim(), limits));
  if (!later.some(isRow)) return [];
  return [problemInRow(number, 'a cell holds what looks like the row below it. Is a quotation mark missing?')];
}

/** The ledger is in pounds alone. */
const foreign = (row: BankRow, { columns }: Header): BankFileProblem[] =>
  columns.currencies
    .filter((column) => !/^(?:GBP|£|)$/i.test(cellAt(row, column)))
    .map((column) => wrongCell(row, column, 'is not GBP, and the ledger is in pounds alone'));
