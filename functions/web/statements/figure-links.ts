import { endOf } from '../../../domain/financial-year.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Cell } from '../../statements/formats/section.ts';

/** What a line of a section says, by the ids of its columns: of these the links to its entries are filled. */
export type Line = ReadonlyMap<string, Cell>;
type Part = Exclude<keyof YearEndStatement['sources'], 'records'>;

/** The part of the statement whose sources are those of a section's figures, and of what stands below them. */
const parts: Readonly<Record<string, { readonly lines: Part; readonly foot?: Part }>> = {
  totals: { lines: 'totals' },
  'totals-position': { lines: 'totals' },
  summary: { lines: 'funds', foot: 'totals' },
  funds: { lines: 'funds', foot: 'totals' },
  position: { lines: 'funds', foot: 'totals' },
  grants: { lines: 'grants' },
  'grant-usage': { lines: 'grants' },
  awards: { lines: 'awards' },
  expenditure: { lines: 'expenditure' },
};

export type FigureLinks = {
  /** The pages of the entries behind a figure of a line; none where the statement names none. */
  readonly of: (section: string, figure: string, line: Line) => readonly string[];
  readonly ofFoot: (section: string, figure: string) => readonly string[];
};

/** Each figure's sources as pages of the journal, which shows the entries as the statement knew them. */
export function figureLinks({ sources, asOf, knownAt, financialYear }: YearEndStatement): FigureLinks {
  // The years that a source names end with the year itself.
  const known = `${asOf === endOf(financialYear) ? '' : `&asOf=${asOf}`}&knownAt=${knownAt}`;
  const made = new Map<string, Address>();
  const filled = (part: Part, figure: string, line: Line): string[] => {
    // What was signed long ago may name other sources.
    const templates = sources[part][figure] ?? [];
    return templates.map((template) => {
      const address = made.get(template) ?? addressOf(template, template.includes('?') ? known : '');
      made.set(template, address);
      return address(line);
    });
  };
  return {
    of: (section, figure, line) => {
      const part = parts[section]?.lines;
      if (part === undefined) return [];
      return filled(part === 'grants' && line.get('grantId') === null ? 'broughtForward' : part, figure, line);
    },
    ofFoot: (section, figure) => {
      const part = parts[section]?.foot;
      return part === undefined ? [] : filled(part, figure, new Map());
    },
  };
}

type Address = (line: Line) => string;

/** The page that shows what a call of the API answers: pages have its addresses, without the version. */
export function addressOf(template: string, more = ''): Address {
  const [first = '', ...others] = template.replace(/^\/v1/, '').split(/\{(\w+)\}/);
  // What is between braces, and what stands after it, by turns.
  return (line) =>
    others.reduce((text, one, at) => text + (at % 2 === 0 ? encodeURIComponent(String(line.get(one))) : one), first) +
    more;
}
