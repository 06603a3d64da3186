import { Money } from '../../../domain/money.ts';
import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import type { Cell, Column, Section } from './section.ts';

/** "Carry forward" of `carry-forward`, "Closing balance" of `closingBalance`. */
export function inWords(code: string): string {
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1).toLowerCase()}`;
}

/** A cell as documents show it. */
export function printed(cell: Cell, { kind, absent = '' }: Column): string {
  if (cell === null) return absent;
  if (cell instanceof Money) return cell.toSterling();
  if (typeof cell === 'number') return String(cell);
  switch (kind) {
    case 'date':
      return longDate(cell);
    case 'year':
      return yearInProse(cell);
    case 'code':
      return inWords(cell);
    case 'text':
    case 'money':
    case 'integer':
      return cell;
  }
}

export type PrintedColumn = Pick<Column, 'id' | 'title' | 'isResult'> & {
  /** Stands to the right, so that pounds stand under pounds. */
  readonly isFigure: boolean;
  /** Never broken into lines. */
  readonly isWhole: boolean;
};

/** A section for people: every cell as it is shown, without what is for programs alone or never filled. */
export type PrintedSection = Pick<Section, 'id' | 'title' | 'layout' | 'about' | 'none'> & {
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly totals?: readonly string[];
};

export function printedSection({ columns, rows, totals, ...head }: Section): PrintedSection {
  const all = columns.map((column, place) => ({
    column,
    cells: rows.map((row) => printed(row[place] ?? null, column)),
  }));
  const shown = all.filter(
    ({ column, cells }) => column.onlyIn === undefined && (cells.length === 0 || cells.some((cell) => cell !== '')),
  );
  const total = ({ id }: Column, place: number): string => (place === 0 ? 'Total' : (totals?.[id]?.toSterling() ?? ''));
  return {
    ...head,
    columns: shown.map(({ column }) => ({ ...column, ...manner(column) })),
    rows: rows.map((_, line) => shown.map(({ cells }) => cells[line] ?? '')),
    ...(totals === undefined ? {} : { totals: shown.map(({ column }, place) => total(column, place)) }),
  };
}

const manner = ({ kind }: Column) => ({
  isFigure: kind === 'money' || kind === 'integer',
  isWhole: kind !== 'text' && kind !== 'code',
});
