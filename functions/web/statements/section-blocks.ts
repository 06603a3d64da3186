import { printed } from '../../statements/formats/print.ts';
import type { Column, Section } from '../../statements/formats/section.ts';
import { strong, type Text, tag } from '../page/text.ts';
import { type Block, heading, paragraph, type Row } from '../page/view.ts';
import { cellText, figureText, type Leads } from './cell-text.ts';
import type { Line } from './figure-links.ts';

/** A section of the statement's documents as a page shows it, every figure leading to its entries. */
export function sectionBlocks(section: Section, leads: Leads): Block[] {
  const { id, title, about } = section;
  return [heading(title, id), ...(about === undefined ? [] : [paragraph(about)]), sectionContent(section, leads)];
}

/** The same without its heading. */
export function sectionContent(section: Section, leads: Leads, caption: 'hidden' | 'shown' = 'hidden'): Block {
  const columns = shownColumns(section);
  const lines = section.rows.map((row): Line => new Map(section.columns.map(({ id }, at) => [id, row[at] ?? null])));
  const rows = lines.map((line, at) => columns.map((column) => cellText(section, column, line, at, leads)));
  if (section.layout === 'list') return listOf(section, columns, rows[0] ?? []);
  return {
    kind: 'table',
    caption: section.title,
    isCaptionHidden: caption === 'hidden',
    columns: columns.map(({ title, kind }) => ({ label: title, isNumeric: kind === 'money' || kind === 'integer' })),
    rows: rows.map((row, at) => (isIllustrative(lines[at], leads) ? withMark(row) : row)),
    empty: section.none ?? '',
    ...(section.totals === undefined ? {} : { foot: footOf(section, columns, leads) }),
  };
}

/** As in documents: without what is for programs alone or never filled. */
const shownColumns = ({ columns, rows }: Section): Column[] =>
  columns.filter(
    (column, at) =>
      column.onlyIn === undefined && (rows.length === 0 || rows.some((row) => printed(row[at] ?? null, column) !== '')),
  );

const isIllustrative = (line: Line | undefined, leads: Leads): boolean =>
  line !== undefined && leads.isIllustrative(line);

/** Once for the line, since all its figures go back to the same record. */
const withMark = ([first = '', ...others]: Row): Row => [[first, ' ', tag('Illustrative', 'yellow')].flat(), ...others];

const footOf = (section: Section, columns: readonly Column[], leads: Leads): Row =>
  columns.map((column, at) => {
    const total = section.totals?.[column.id];
    if (at === 0) return 'Total';
    return total === undefined ? '' : figureText(total, leads.figure(section, column));
  });

/** One line as a list: figures below each other, or what is said of the whole. */
function listOf({ title }: Section, columns: readonly Column[], cells: readonly Text[]): Block {
  const named = columns.map((column, at) => ({ column, value: cells[at] ?? '' }));
  if (columns.some(({ kind }) => kind !== 'money')) {
    return { kind: 'summary', rows: named.map(({ column, value }) => ({ label: column.title, value })) };
  }
  return {
    kind: 'table',
    caption: title,
    isCaptionHidden: true,
    columns: [{ label: 'Figure' }, { label: 'Amount', isNumeric: true }],
    rows: named.map(({ column, value }) => [column.isResult ? strong(column.title) : column.title, value]),
    empty: '',
  };
}
