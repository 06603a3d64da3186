import { Money } from '../../../domain/money.ts';

/** Dates are `2017-10-06`, years `2017-18`, codes as JSON has them; an amount is an amount in any column. */
export type Kind = 'text' | 'code' | 'money' | 'date' | 'year' | 'integer';
export type Cell = string | number | Money | null;

/** What a row's figure must come to: some of its other columns, less others. */
export type Sum = { readonly plus: readonly string[]; readonly minus: readonly string[] };

export type Column = {
  /** As JSON names the figure, where it has one. */
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** Ids and their like are for programs: documents for people leave them out. */
  readonly onlyIn?: 'data';
  readonly sum?: Sum;
  /** What documents say where there is nothing. */
  readonly absent?: string;
  /** A result among the figures that lead to it. */
  readonly isResult?: boolean;
};

export type Section = {
  readonly id: string;
  readonly title: string;
  /** One row that documents show as a list; else a table. */
  readonly layout: 'list' | 'table';
  /** What a reader must know beside the figures; for documents. */
  readonly about?: string;
  /** What documents say where there are no rows. */
  readonly none?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What columns come to, by their ids. */
  readonly totals?: Readonly<Record<string, Money>>;
};

type Options = Pick<Column, 'onlyIn' | 'sum' | 'absent' | 'isResult'>;
/** A column, and what it says of a line. */
export type Field<Line> = Column & { readonly of: (line: Line) => Cell | undefined };

const field =
  (kind: Kind) =>
  <Line>(id: string, title: string, of: Field<Line>['of'], options: Options = {}): Field<Line> => ({
    id,
    title,
    kind,
    of,
    ...options,
  });

export const text = field('text');
export const code = field('code');
export const money = field('money');
export const date = field('date');
export const year = field('year');
export const integer = field('integer');
export const data = { onlyIn: 'data' } as const;

type Head = Pick<Section, 'id' | 'title' | 'about' | 'none'>;

export function table<Line>(
  head: Head,
  fields: readonly Field<Line>[],
  lines: readonly Line[],
  totals: Section['totals'] = {},
): Section {
  const own = Object.entries(totals).filter(([id]) => fields.some((column) => column.id === id));
  return {
    ...head,
    layout: 'table',
    columns: fields.map(({ of: _, ...column }) => column),
    rows: lines.map((line) => fields.map(({ of }) => of(line) ?? null)),
    // Of no lines there is nothing to add up.
    ...(own.length === 0 || lines.length === 0 ? {} : { totals: Object.fromEntries(own) }),
  };
}

export const list = <Line>(head: Head, fields: readonly Field<Line>[], line: Line): Section => ({
  ...table(head, fields, [line]),
  layout: 'list',
});

/** The sums of some columns. */
export const sumsOf = <Line>(
  fields: readonly Field<Line>[],
  lines: readonly Line[],
  ...ids: readonly string[]
): Readonly<Record<string, Money>> =>
  Object.fromEntries(
    fields
      .filter(({ id }) => ids.includes(id))
      .map(({ id, of }) => [id, Money.sum(lines.map(of).filter((cell) => cell instanceof Money))]),
  );
