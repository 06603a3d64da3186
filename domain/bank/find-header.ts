import { type BankColumns, type Column, columnsNamed } from './bank-columns.ts';
import { type BankFileProblem, problemInCell, problemInRow, type Read } from './bank-file.ts';

/** The row that names the columns. */
export type Header = {
  readonly number: number;
  readonly width: number;
  readonly date: Column;
  readonly columns: BankColumns;
};

/** A few lines of heading may come first: the account, its sort code, the period. */
const furthest = 20;

/** Finds the row that names the columns, or says what it lacks. */
export function findHeader(rows: readonly (readonly string[])[]): Read<Header> {
  const place = rows.slice(0, furthest).findIndex((cells) => isHeader(columnsNamed(cells)));
  const cells = rows[place] ?? [];
  const [number, columns] = [place + 1, columnsNamed(cells)];
  const [date] = columns.dates;
  if (date === undefined) return { problem: { detail: nowhere } };
  const problem = twoColumns(number, columns) ?? noWords(number, columns);
  return problem === undefined ? { value: { number, width: cells.length, date, columns } } : { problem };
}

const nowhere =
  `None of the first ${furthest} rows names the columns, with commas between them: “Date”, “Reference” or ` +
  '“Description”, and “Amount”, or “Paid in” and “Paid out”.';

const isHeader = ({ dates, amounts, paidIn, paidOut }: BankColumns): boolean =>
  dates.length > 0 && amounts.length + paidIn.length + paidOut.length > 0;

/** Of two columns of money with one name, nobody knows which counts. */
function twoColumns(row: number, { amounts, paidIn, paidOut }: BankColumns): BankFileProblem | undefined {
  const twice = [amounts, paidIn, paidOut].flatMap(sameName)[0];
  return twice && problemInCell(row, twice.name, 'another column has this name too, and only one can count.');
}

const sameName = ([first, second]: readonly Column[]): Column[] =>
  first !== undefined && first.name.toLowerCase() === second?.name.toLowerCase() ? [second] : [];

const noWords = (row: number, { references, descriptions }: BankColumns): BankFileProblem | undefined =>
  references.length + descriptions.length > 0
    ? undefined
    : problemInRow(row, 'no column is named “Reference” or “Description”.');
