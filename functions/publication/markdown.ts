import { type NumberedBlock, numbered, type Report, type Table } from '../../domain/publication/report.ts';

/** A report as Markdown (CommonMark with tables). Nothing in its text is taken for markup. */
export const markdown = (report: Report): string =>
  `${[
    `# ${escaped(report.title)}`,
    escaped(report.subtitle),
    ...numbered(report).flatMap(({ number, heading, blocks }) => [
      `## ${number} ${escaped(heading)}`,
      ...blocks.map(blockText),
    ]),
  ].join('\n\n')}\n`;

const blockText = (block: NumberedBlock): string =>
  block.kind === 'table' ? tableText(block) : `${block.number} ${escaped(block.text)}`;

function tableText({ caption, columns, rows, total }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [
    `**${escaped(caption)}**`,
    '',
    row(columns.map(({ title }) => title)),
    `| ${columns.map(({ isAmount }) => (isAmount ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(row),
    ...(total === undefined ? [] : [row(total)]),
  ].join('\n');
}

/**
 * Text that stays text: no emphasis, link, code, HTML, entity or end of a cell, and no address that a reader's program
 * would turn into a link by itself. Where a program looks for e-mail addresses once escapes and entities are resolved, as
 * cmark-gfm does, neither stops it: an invisible word joiner before the @ does.
 */
const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~#&$]/g, '\\$&')
    .replace(/@/g, '&#8288;@')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.');
