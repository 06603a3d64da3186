import { type CsvCell, csvText } from '../../csv/csv-text.ts';
import type { Cell, Column, Section } from './section.ts';

/**
 * All sections in one table, as RFC 4180 has it: one header, of every section's columns, and each row says of which
 * section it is. What columns come to stands in rows of a section of its own, such as `funds-total`.
 */
export function csv(sections: readonly Section[]): Buffer {
  const columns = columnsOf(sections);
  const rows = sections.flatMap((section) => rowsOf(section, columns));
  return Buffer.from(csvText(['section', ...columns], rows));
}

/** What names a line comes first, then its figures; each as it first appears. */
function columnsOf(sections: readonly Section[]): string[] {
  const all = sections.flatMap((section) => section.columns);
  const isMoney = ({ kind }: Column): boolean => kind === 'money';
  const ordered = [...all.filter((column) => !isMoney(column)), ...all.filter(isMoney)];
  return [...new Set(ordered.map(({ id }) => id))];
}

function rowsOf({ id, columns: own, rows, totals }: Section, columns: readonly string[]): CsvCell[][] {
  const places = columns.map((column) => own.findIndex((one) => one.id === column));
  const total = totals === undefined ? [] : [[`${id}-total`, ...columns.map((one) => written(totals[one] ?? null))]];
  return [...rows.map((row) => [id, ...places.map((place) => written(row[place] ?? null))]), ...total];
}

const written = (cell: Cell): CsvCell => (typeof cell === 'number' ? String(cell) : cell);
