import { name } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { heading, paragraph } from '../page/view.ts';

/** A report's Markdown, as the API writes it, to be read: headings, paragraphs and tables, and no markup in any text. */
export const markdownBlocks = (markdown: string): Block[] => {
  const parts = markdown.trimEnd().split('\n\n');
  return parts.flatMap((part, at): Block[] => {
    if (part.startsWith('# ')) return [heading(plain(part.slice(2)))];
    if (part.startsWith('## ')) return [{ kind: 'heading', level: 3, text: plain(part.slice(3)) }];
    if (part.startsWith('| ')) return [tableOf(parts[at - 1] ?? '', part)];
    // A table's caption stands before it.
    return parts[at + 1]?.startsWith('| ') ? [] : [paragraph(name(plain(part)))];
  });
};

function tableOf(caption: string, table: string): Block {
  const [titles = [], marks = [], ...rows] = table.split('\n').map(cellsOf);
  const last = rows.at(-1);
  const foot = last?.[0] === 'Total' ? last : undefined;
  return {
    kind: 'table',
    caption: plain(caption.replace(/^\*\*([\s\S]*)\*\*$/, '$1')),
    columns: titles.map((label, place) => ({ label, isNumeric: marks[place] === '---:' })),
    rows: (foot === undefined ? rows : rows.slice(0, -1)).map(shownRow),
    empty: 'There are none.',
    ...(foot === undefined ? {} : { foot: shownRow(foot) }),
  };
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\| | \|$/g, '')
    .split(' | ')
    .map(plain);

const shownRow = (cells: readonly string[]): Row => cells.map(name);

/** Text as it was before Markdown's own characters were marked to be no markup. */
const plain = (text: string): string => text.replaceAll('&#8288;', '').replace(/\\([\\`*_[\]<>|~#&$:.])/g, '$1');
