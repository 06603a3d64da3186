import { type PrintedSection, printedSection } from '../../statements/formats/print.ts';
import { confirmationOf, headingOf } from './heading.ts';
import type { Minutes } from './minutes.ts';
import { sectionsOf } from './sections.ts';
import { wrapped } from './wrapped.ts';

/** The minutes as plain text, to be pasted into a council’s own template. */
export function minutesText(minutes: Minutes): string {
  const { partnership, title, period, standing } = headingOf(minutes);
  const confirmation = confirmationOf(minutes);
  const parts = [
    [partnership, period, title, standing].flatMap((line) => wrapped(line)),
    ...sectionsOf(minutes).map(printedSection).map(sectionLines),
    [confirmation.title, '', ...wrapped(confirmation.declaration)],
    confirmation.lines.map(({ label }) => `${label}:`),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sectionLines({ title, layout, none = '', columns, rows }: PrintedSection): string[] {
  const said = (label: string, value: string): string[] => wrapped(`${label}: ${value}`, '', further);
  const lines = rows.flatMap((row) =>
    layout === 'list'
      ? columns.flatMap((column, place) => said(column.title, row[place] ?? ''))
      : said(row[0] ?? '', row.slice(1).filter(isFilled).join(', ')),
  );
  return [...wrapped(title), '', ...(rows.length === 0 ? wrapped(none) : lines)];
}

const further = '    ';
const isFilled = (cell: string): boolean => cell !== '';
