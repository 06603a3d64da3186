import { gutter, settingsOf } from './pdf-columns.ts';
import { drawable, type Weight } from './pdf-fonts.ts';
import { frames, type Grid, type GridColumn, type Paper, type Row, type RowPart } from './pdf-paper.ts';
import { leading, type Ruler } from './pdf-type.ts';
import type { PrintedSection } from './print.ts';

/** A table, its head, and its rows in order. */
export type Table = { readonly grid: Grid; readonly head?: Row; readonly rows: readonly Row[] };

export const padding = 2.5;
const signing = 24;

/** A section's table; several where its columns don't stand side by side. */
export const tablesOf = (section: PrintedSection, room: number, ruler: Ruler): Table[] =>
  settingsOf(section, room + gutter, ruler).map(({ size, places, widths }) => {
    const pick = (cells: readonly string[]): string[] => places.map((place) => cells[place] ?? '');
    const columns = places.flatMap((place) => section.columns[place] ?? []);
    const { totals } = section;
    return {
      grid: {
        title: section.title,
        size,
        columns: columns.map(({ isFigure, isResult = false }, place) => ({
          left: widths.slice(0, place).reduce((sum, one) => sum + one, 0),
          width: (widths[place] ?? 0) - gutter,
          isFigure,
          isBold: isResult,
        })),
      },
      head: { role: 'head', texts: columns.map(({ title }) => title) },
      rows: [
        ...section.rows.map((row) => ({ role: 'body' as const, texts: pick(row) })),
        ...(totals === undefined ? [] : [{ role: 'total' as const, texts: pick(totals) }]),
      ],
    };
  });

const listSize = 9;

/** Names to the left and what they are to the right. */
export function listOf(title: string, rows: readonly Row[], isFigure: boolean, ruler: Ruler): Table {
  const bold = { weight: 'bold', size: listSize } as const;
  const widest = Math.max(...rows.map(({ texts: [name = ''] }) => ruler.width(name, bold))) + 2 * gutter;
  // Figures stand under one another from list to list.
  const names = isFigure ? Math.max(widest, 200) : widest;
  const figures = Math.max(...rows.map(({ texts: [, value = ''] }) => ruler.width(value, bold)));
  const { room } = frames.portrait;
  const values = isFigure ? Math.max(figures, 110) : room - names;
  const plain = { isBold: false };
  const columns: GridColumn[] = [
    { left: 0, width: names - gutter, isFigure: false, ...plain },
    { left: names, width: values, isFigure, ...plain },
  ];
  return { grid: { title, size: listSize, columns }, rows };
}

/** Heads, results and what is signed on are in bold; who signed isn't. */
export const weightOf = ({ role }: Row, { isBold }: GridColumn, place: number): Weight =>
  isBold || (role !== 'body' && (role !== 'sign' || place === 0)) ? 'bold' : 'regular';

/** A row in lines, as broad as its columns are. */
export function set({ grid }: Table, row: Row, ruler: Ruler): RowPart {
  const { size } = grid;
  const lines = grid.columns.map((column, place) => {
    const style = { weight: weightOf(row, column, place), size };
    return ruler.lines(drawable(row.texts[place] ?? ''), style, column.width);
  });
  return { kind: 'row', grid, row, lines, height: heightOf(lines, grid, row) };
}

const heightOf = (lines: readonly (readonly string[])[], { size }: Grid, { role }: Row): number => {
  const needed = Math.max(1, ...lines.map(({ length }) => length)) * size * leading + 2 * padding;
  return role === 'sign' ? Math.max(needed, signing) : needed;
};

/** Puts a table on paper; its head again on every further page, and rows whole wherever a page has room for them. */
export function putTable(table: Table, paper: Paper, ruler: Ruler): void {
  const head = table.head === undefined ? undefined : set(table, table.head, ruler);
  if (head !== undefined) paper.put(head, head.height);
  const turn = (): void => {
    paper.turn();
    if (head !== undefined) paper.put({ ...head, row: { ...head.row, role: 'head-again' } }, head.height);
  };
  for (const [place, row] of table.rows.entries()) {
    const whole = set(table, row, ruler);
    const next = table.rows[place + 1];
    // Totals never stand alone on a page.
    const needed = whole.height + (next?.role === 'total' ? set(table, next, ruler).height : 0);
    const { top, bottom } = frames[paper.layout()];
    if (needed > paper.left() && needed <= bottom - top - (head?.height ?? 0)) turn();
    putRow(whole, paper, turn);
  }
}

/** A row that is higher than a page goes on on the next. */
function putRow(part: RowPart, paper: Paper, turn: () => void): void {
  let rest = part;
  while (rest.height > paper.left()) {
    const room = Math.max(0, Math.floor((paper.left() - 2 * padding) / (rest.grid.size * leading)));
    if (room > 0) paper.put(partOf(rest, 0, room), paper.left());
    turn();
    rest = partOf(rest, room);
  }
  paper.put(rest, rest.height);
}

function partOf(part: RowPart, from: number, to?: number): RowPart {
  const lines = part.lines.map((own) => own.slice(from, to));
  return { ...part, lines, height: heightOf(lines, part.grid, part.row) };
}
