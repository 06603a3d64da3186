import type { CellObject, Row } from 'write-excel-file/node';
import { Money } from '../../../domain/money.ts';
import { printed } from './print.ts';
import type { Cell, Column, Section } from './section.ts';
import { textCell, widest } from './xlsx-text.ts';

/** A section on a sheet of its own; `results` are what its formulas come to, in their order. */
export function sheetOf({ title, columns, rows, totals }: Section) {
  const lines = rows.map((row, place) => columns.map((_, column) => cellOf(row, column, columns, place + 2)));
  const total =
    totals === undefined ? [] : [columns.map((column, place) => totalOf(column, place, rows.length, totals))];
  const all = [...lines, ...total];
  return {
    sheet: title.replaceAll(/[[\]/\\:*?]/g, ''),
    data: [columns.map(header), ...all.map((line) => line.map(({ cell }) => cell))] satisfies Row[],
    columns: columns.map((column, place) => ({ width: widthOf(column, rows, place) })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    results: all.flatMap((line) => line.flatMap(({ result }) => result ?? [])),
  };
}

/** A cell; with what it comes to, where that is worked out. */
type Placed = { readonly cell: CellObject | null; readonly result?: string };

const pounds = '[$£-809]#,##0.00;-[$£-809]#,##0.00';
const rule = { topBorderStyle: 'thin', fontWeight: 'bold' } as const;

const header = ({ title, kind }: Column): CellObject => ({
  value: title,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#f3f2f1',
  bottomBorderStyle: 'thin',
  alignVertical: 'top',
  wrap: true,
  ...(kind === 'money' ? { align: 'right' } : {}),
});

function cellOf(row: readonly Cell[], place: number, columns: readonly Column[], line: number): Placed {
  const [cell, column] = [row[place] ?? null, columns[place]];
  if (cell === null || column === undefined) return { cell: null };
  if (typeof cell === 'number') return { cell: { value: cell, type: Number, alignVertical: 'top' } };
  if (cell instanceof Money) return amountOf(cell, formulaOf(column, columns, line));
  if (column.kind !== 'date') return { cell: { ...textCell(cell), alignVertical: 'top' } };
  return { cell: { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'd mmm yyyy', alignVertical: 'top' } };
}

/** The one place, beside published data, where an amount becomes a number. */
const amountOf = (amount: Money, formula: string | undefined, style: CellObject = {}): Placed => {
  const shown = { format: pounds, alignVertical: 'top', ...style } as const;
  if (formula === undefined) return { cell: { value: Number(amount.text), type: Number, ...shown } };
  return { cell: { value: formula, type: 'Formula', ...shown }, result: String(Number(amount.text)) };
};

/** Rounded to the penny, since sums of binary fractions are a hair off. */
function formulaOf({ sum }: Column, columns: readonly Column[], line: number): string | undefined {
  if (sum === undefined) return undefined;
  const at = (id: string): string => `${letters(columns.findIndex((column) => column.id === id))}${line}`;
  return `ROUND(${[sum.plus.map(at).join('+'), ...sum.minus.map(at)].join('-')},2)`;
}

function totalOf({ id }: Column, place: number, lines: number, totals: NonNullable<Section['totals']>): Placed {
  const total = totals[id];
  if (total === undefined) return { cell: { value: place === 0 ? 'Total' : '', type: String, ...rule } };
  const column = letters(place);
  return amountOf(total, `ROUND(SUM(${column}2:${column}${lines + 1}),2)`, rule);
}

/** A, B, … Z, AA, AB, …: as spreadsheets name columns. */
const letters = (place: number): string =>
  (place < 26 ? '' : letters(Math.floor(place / 26) - 1)) + String.fromCharCode(65 + (place % 26));

const narrowest = 11;

function widthOf(column: Column, rows: readonly (readonly Cell[])[], place: number): number {
  const longest = rows.reduce(
    (length, row) => Math.max(length, printed(row[place] ?? null, column).length),
    column.title.length,
  );
  return Math.min(Math.max(longest + 2, narrowest), widest);
}
