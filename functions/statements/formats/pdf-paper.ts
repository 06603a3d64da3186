import type { Style } from './pdf-type.ts';

export type Layout = 'portrait' | 'landscape';

const [short, long] = [595.28, 841.89];
const margin = { portrait: 48, landscape: 32 } satisfies Record<Layout, number>;
const [top, foot] = [44, 58];

/** Where on a page of A4 something may stand; the foot is kept for what every page says. */
export const frames = {
  portrait: frame('portrait', short, long),
  landscape: frame('landscape', long, short),
} satisfies Record<Layout, ReturnType<typeof frame>>;

function frame(layout: Layout, width: number, height: number) {
  const left = margin[layout];
  return { width, height, left, top, room: width - 2 * left, bottom: height - foot };
}

export type Role = 'head' | 'head-again' | 'body' | 'result' | 'total' | 'sign';

export type GridColumn = {
  readonly left: number;
  readonly width: number;
  readonly isFigure: boolean;
  readonly isBold: boolean;
};

/** A table on paper. */
export type Grid = { readonly title: string; readonly size: number; readonly columns: readonly GridColumn[] };

/** A row as written: for each column its text, and the lines of it that stand here. */
export type Row = { readonly role: Role; readonly texts: readonly string[] };

export type Words = {
  readonly kind: 'words';
  readonly tag: 'H1' | 'H2' | 'P';
  readonly lines: readonly string[];
  /** What is said, where it can't all be drawn. */
  readonly actual?: string;
  readonly style: Style;
  readonly isBoxed: boolean;
};
export type RowPart = {
  readonly kind: 'row';
  readonly grid: Grid;
  readonly row: Row;
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
};
export type Piece = (Words | RowPart) & { readonly left: number; readonly at: number };
export type Page = { readonly layout: Layout; readonly pieces: Piece[] };

export type Paper = ReturnType<typeof paper>;

/** Pages that are filled from the top; each is handed on when it is full, and not held. */
export function paper(handOn: (page: Page) => void) {
  let current: Page | undefined;
  let at = 0;
  const page = (): Page => current ?? turned('portrait');
  const end = (): void => {
    if (current !== undefined) handOn(current);
    current = undefined;
  };
  const turned = (layout: Layout): Page => {
    end();
    current = { layout, pieces: [] };
    at = frames[layout].top;
    return current;
  };
  return {
    end,
    turn: (layout = page().layout) => void turned(layout),
    layout: (): Layout => page().layout,
    /** How much of the page is left. */
    left: (): number => frames[page().layout].bottom - at,
    put: (piece: Words | RowPart, height: number) => {
      const { layout, pieces } = page();
      pieces.push({ ...piece, left: frames[layout].left, at });
      at += height;
    },
    /** Leaves space, but not at the top of a page. */
    skip: (height: number): void => {
      if (page().pieces.length > 0) at += height;
    },
  };
}
