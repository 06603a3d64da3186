import type { DateLimits } from '../plain-date.ts';
import { type BankFile, refused } from './bank-file.ts';
import { type BankRow, isFilled } from './bank-row.ts';
import { findHeader, type Header } from './find-header.ts';
import { mixedSigns } from './mixed-signs.ts';
import { readRow } from './read-row.ts';

/** As many as one page can show and one person go through. */
export const mostLines = 1000;

/** Reads the rows of a bank's file, headings and blank ones included: all of its lines, or all that is wrong. */
export function readBankRows(cells: readonly (readonly string[])[], limits: DateLimits): BankFile {
  const header = findHeader(cells);
  if ('problem' in header) return refused(header.problem);
  const { number } = header.value;
  const rows = cells.map((own, place) => ({ number: place + 1, cells: own }));
  const movements = rows.slice(number).filter(isFilled);
  if (movements.length === 0)
    return refused({ detail: `There is nothing below row ${number}, the names of the columns.` });
  if (movements.length > mostLines) {
    const detail = `The file has ${movements.length} rows below the names of the columns; at most 1,000 are read at once.`;
    return refused({ detail });
  }
  return readMovements(movements, header.value, limits);
}

function readMovements(rows: readonly BankRow[], header: Header, limits: DateLimits): BankFile {
  const read = rows.map((row) => readRow(row, header, limits));
  const problems = [
    ...mixedSigns(rows, header.columns),
    ...read.flatMap((one) => ('problems' in one ? one.problems : [])),
  ];
  if (problems.length > 0) return refused(...problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  return { status: 'read', lines: read.flatMap((one) => ('line' in one ? one.line : [])) };
}
