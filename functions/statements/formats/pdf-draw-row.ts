import { drawable } from './pdf-fonts.ts';
import { padding, weightOf } from './pdf-grid.ts';
import { colours, type Pdf, write } from './pdf-ink.ts';
import type { Grid, Piece, Row } from './pdf-paper.ts';
import { leading, type Ruler } from './pdf-type.ts';

type Element = PDFKit.PDFStructureElement;
type Part = Extract<Piece, { kind: 'row' }>;

/** Draws rows of tables, and tags each cell as what it is: the head of a column or a row, or what stands under both. */
export function rowPainter(document: Pdf, root: Element, ruler: Ruler) {
  const elements = openElements(document, root);
  const draw = (part: Part): void => {
    drawRules(document, part);
    if (part.row.role === 'head-again') return void drawAgain(document, part, ruler);
    for (const [place, cell] of elements.cellsOf(part).entries()) {
      const isEmpty = (part.lines[place] ?? []).every((line) => line === '');
      if (!isEmpty) cell.add(() => drawCell(document, part, place, ruler));
    }
  };
  return { draw, end: elements.end };
}

type Open = { readonly of: Grid | Row; readonly element: Element; readonly cells: readonly Element[] };

/** The table and the row that are being drawn; they end, and are written, when the next begins. */
function openElements(document: Pdf, root: Element) {
  let table: Open | undefined;
  let row: Open | undefined;
  const end = (): void => {
    for (const open of [row, table]) ended(open);
    [row, table] = [undefined, undefined];
  };
  const tableOf = (grid: Grid): Open => {
    if (table?.of === grid) return table;
    end();
    table = opened(root, grid, document.struct('Table', { title: grid.title }), []);
    return table;
  };
  /** What a page could not hold goes on in the same cells on the next. */
  const cellsOf = ({ grid, row: own }: Part): readonly Element[] => {
    const { element } = tableOf(grid);
    if (row?.of === own) return row.cells;
    ended(row);
    row = opened(
      element,
      own,
      document.struct('TR'),
      own.texts.map((text, place) => cellOf(document, own, text, place)),
    );
    return row.cells;
  };
  return { cellsOf, end };
}

function ended(open: Open | undefined): void {
  for (const cell of open?.cells ?? []) cell.end();
  open?.element.end();
}

function opened(parent: Element, of: Grid | Row, element: Element, cells: readonly Element[]): Open {
  parent.add(element);
  for (const cell of cells) element.add(cell);
  return { of, element, cells };
}

function cellOf(document: Pdf, { role }: Row, text: string, place: number): Element {
  const actual = drawable(text) === text ? {} : { actual: text };
  if (role === 'head') return document.struct('TH', { ...actual, ...{ scope: 'Column' } });
  return place === 0 ? document.struct('TH', { ...actual, ...{ scope: 'Row' } }) : document.struct('TD', actual);
}

/** A head that stands on a further page is there for the eye; it was said already. */
function drawAgain(document: Pdf, part: Part, ruler: Ruler): void {
  document.markContent('Artifact', { type: 'Pagination' });
  for (const place of part.grid.columns.keys()) drawCell(document, part, place, ruler);
  document.endMarkedContent();
}

function drawCell(document: Pdf, { grid, row, lines, left, at, height }: Part, place: number, ruler: Ruler): void {
  const column = grid.columns[place];
  if (column === undefined) return;
  const style = { weight: weightOf(row, column, place), size: grid.size };
  const own = lines[place] ?? [];
  const step = grid.size * leading;
  // What is signed on stands on the line; heads stand on their columns.
  const isLow = row.role === 'sign' || row.role === 'head' || row.role === 'head-again';
  const top = isLow ? at + height - padding - own.length * step : at + padding;
  for (const [number, line] of own.entries()) {
    let x = left + (column.isFigure ? column.left + column.width - ruler.width(line, style) : column.left);
    // The library keeps every word that it has drawn, for good: few are the groups of digits, many the amounts.
    for (const part of column.isFigure ? line.split(/(?=[,.])/) : [line]) {
      write(document, part, x, top + number * step, style);
      x += ruler.width(part, style);
    }
  }
}

/** The lines of a table and the ground of its heads; nothing that needs saying. */
function drawRules(document: Pdf, { grid, row: { role }, left, at, height }: Part): void {
  const last = grid.columns.at(-1);
  const width = (last?.left ?? 0) + (last?.width ?? 0);
  const from = role === 'sign' ? (last?.left ?? 0) : 0;
  const line = (y: number, weight: number, colour: string) =>
    document
      .lineWidth(weight)
      .moveTo(left + from, y)
      .lineTo(left + width, y)
      .stroke(colour);
  document.markContent('Artifact', { type: 'Layout' });
  switch (role) {
    case 'head':
    case 'head-again':
      document.rect(left, at, width, height).fill(colours.shade);
      line(at + height, 0.9, colours.ink);
      break;
    case 'total':
      line(at, 0.9, colours.ink);
      line(at + height, 0.9, colours.ink);
      break;
    case 'result':
      line(at, 0.7, colours.ink);
      line(at + height, 0.4, colours.rule);
      break;
    case 'body':
      line(at + height, 0.4, colours.rule);
      break;
    case 'sign':
      line(at + height, 0.6, colours.ink);
  }
  document.endMarkedContent();
}
