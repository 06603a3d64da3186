import { Money } from '../../../domain/money.ts';
import { printed } from '../../statements/formats/print.ts';
import type { Cell, Column, Section } from '../../statements/formats/section.ts';
import { code, date, link, money, name, type Span, type Text } from '../page/text.ts';
import type { Line } from './figure-links.ts';

/** Where the words and figures of a section lead, and what is said of its lines. */
export type Leads = {
  /** The pages of the entries behind a figure; of the foot where there is no line. */
  readonly figure: (section: Section, column: Column, line?: Line) => readonly string[];
  /** The page of the record that a cell names. */
  readonly record: (column: Column, line: Line) => string | undefined;
  /** Whether the source of a line doesn't give all of its figures. */
  readonly isIllustrative: (line: Line) => boolean;
  /** A cell that a page shows in another way than documents do. */
  readonly own: (section: Section, column: Column, line: Line, row: number) => Text | undefined;
};

/** A cell of a section, as a page shows it. */
export function cellText(section: Section, column: Column, line: Line, row: number, leads: Leads): Text {
  const cell = line.get(column.id) ?? null;
  const own = leads.own(section, column, line, row);
  if (own !== undefined) return own;
  if (cell instanceof Money) return figureText(cell, leads.figure(section, column, line));
  const text = printed(cell, column);
  if (text === '') return '';
  const record = leads.record(column, line);
  return record === undefined ? words(cell, text, column) : link(record, text);
}

/** A figure as a link to its entries; where only two questions to the journal find them all, as two links. */
export function figureText(amount: Money, [first, ...others]: readonly string[]): Text {
  if (first === undefined) return money(amount);
  const entries = link(first, amount.toSterling());
  if (others.length === 0) return entries;
  return [entries, ...others.flatMap((href): Span[] => [' ', link(href, 'opening entries', 'of the year')])];
}

function words(cell: Cell, text: string, { kind }: Column): Span {
  if (typeof cell !== 'string') return text;
  if (kind === 'date') return date(cell);
  if (kind !== 'text') return text;
  return isHash.test(cell) ? code(text) : name(text);
}

const isHash = /^[0-9a-f]{64}$/;
