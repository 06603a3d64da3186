import type { FormBlock } from '../form/form-block.ts';
import type { Text } from './text.ts';

export type Action = {
  readonly href: string;
  readonly text: string;
  readonly look?: 'primary' | 'secondary' | 'warning';
  /** Read out after the text, where actions of the same text stand together. */
  readonly hidden?: string;
};

/** An SVG, and its size in pixels. */
export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

export type Column = { readonly label: string; readonly isNumeric?: boolean };
/** A row's cells, in the order of the columns; the first is the row's header. */
export type Row = readonly Text[];

export type SummaryRow = {
  readonly label: string;
  readonly value: Text;
  readonly action?: { readonly href: string; readonly text: string };
};

/** What pages are made of. Everything in them is text, so that nothing anybody wrote can be markup. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly id?: string; readonly level?: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: Text; readonly look?: 'lead' | 'hint' }
  | { readonly kind: 'list'; readonly items: readonly Text[]; readonly look?: 'bullet' | 'number' | 'plain' }
  | { readonly kind: 'summary'; readonly rows: readonly SummaryRow[]; readonly title?: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
      /** What is said instead of a table without rows. */
      readonly empty: string;
      readonly foot?: Row;
      readonly isCaptionHidden?: boolean;
      readonly id?: string;
    }
  /** A few figures, large, side by side. */
  | {
      readonly kind: 'figures';
      readonly items: readonly { readonly label: string; readonly value: Text; readonly detail?: Text }[];
    }
  /** A picture of what a table beside it says. */
  | {
      readonly kind: 'chart';
      readonly alt: string;
      readonly picture: Picture;
      /** For a narrow screen, where the other's letters would be too small. */
      readonly narrow: Picture;
    }
  | { readonly kind: 'actions'; readonly items: readonly Action[] }
  /** What to do next, each with how it stands. */
  | {
      readonly kind: 'tasks';
      readonly items: readonly {
        readonly title: string;
        /** Stands before the title, whichever way that is written. */
        readonly number?: number;
        readonly href?: string;
        readonly hint?: Text;
        readonly status?: Text;
      }[];
    }
  | { readonly kind: 'notice'; readonly look: 'success' | 'information'; readonly title: string; readonly text: Text }
  | { readonly kind: 'warning'; readonly text: Text }
  | { readonly kind: 'inset'; readonly text: Text }
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly Block[] }
  /** `href` is where its title leads to. */
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly number?: number;
      readonly id: string;
      readonly blocks: readonly Block[];
      readonly href?: string;
    }
  /** Two things side by side, one above the other on a narrow screen. */
  | { readonly kind: 'columns'; readonly columns: readonly (readonly Block[])[] }
  | { readonly kind: 'preformatted'; readonly label: string; readonly text: string }
  | {
      readonly kind: 'progress';
      readonly label: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'pages'; readonly previous?: string; readonly next?: string }
  | FormBlock;

/** A page as it is shown, before it is HTML. */
export type View = {
  readonly status?: number;
  readonly title: string;
  /** What stands above the title, such as the name of a fund. */
  readonly caption?: string;
  readonly blocks: readonly Block[];
  readonly back?: { readonly href: string; readonly text: string };
  /** The browser asks again after so many seconds: long work shows how far it is. */
  readonly refreshSeconds?: number;
};

export const heading = (text: string, id?: string): Block => ({
  kind: 'heading',
  text,
  ...(id === undefined ? {} : { id }),
});
export const paragraph = (...text: Text[]): Block => ({ kind: 'paragraph', text: text.flat() });
export const actions = (...items: readonly Action[]): Block => ({ kind: 'actions', items });
