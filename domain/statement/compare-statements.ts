import { type FinancialYear, previousYear } from '../financial-year.ts';
import type { JournalEntry } from '../ledger/journal-entry.ts';
import { type PostingFilter, postingsOf } from '../ledger/posting-filter.ts';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import type { StatementChange } from './changes.ts';
import { type ComparedLine, ComparedStatement, comparedLines } from './compared-lines.ts';
import type { FigureSource } from './figure-sources.ts';
import type { YearEndStatement } from './statement.ts';

/**
 * What changed from one statement of a year, as JSON, to a later one, figure by figure, in the order of the statement, each with
 * those of `entries` (what was recorded between the two) that caused it.
 */
export function changesBetween(
  before: unknown,
  after: YearEndStatement,
  entries: readonly JournalEntry[],
): StatementChange[] {
  const [earlier, later] = [linesOf(before), linesOf(JSON.parse(JSON.stringify(after)))];
  const gone = [...earlier].filter(([key]) => !later.has(key));
  return [...later, ...gone].flatMap(([key, line]) => {
    const [was, is] = [earlier.get(key)?.members ?? {}, later.get(key)?.members ?? {}];
    const changed = [...new Set([...Object.keys(is), ...Object.keys(was)])].filter(
      (figure) => JSON.stringify(was[figure]) !== JSON.stringify(is[figure]),
    );
    return changed.map((figure) => ({
      section: line.section,
      id: line.id,
      figure,
      ...difference(was[figure], is[figure]),
      entries: entries.filter((entry) => isCause(entry, line, figure, after.financialYear)).map((one) => one.sequence),
    }));
  });
}

const linesOf = (statement: unknown): Map<string, ComparedLine> =>
  new Map(comparedLines(ComparedStatement.parse(statement)).map((line) => [keyOf(line), line]));

const keyOf = ({ section, id }: ComparedLine): string => `${section} ${id}`;

function difference(was: unknown, is: unknown): Pick<StatementChange, 'before' | 'after' | 'difference'> {
  const [before, after] = [was ?? null, is ?? null];
  const [earlier, later] = [amountIn(before), amountIn(after)];
  if (earlier === undefined || later === undefined) return { before, after };
  return { before, after, difference: later.minus(earlier) };
}

/** What isn't there amounts to nothing. */
function amountIn(value: unknown): Money | undefined {
  if (value === null) return Money.zero;
  const parsed = MoneyText.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** Whether an entry posted to what the figure is the sum of; words change with what speaks of their line. */
function isCause(
  entry: JournalEntry,
  { section, sources, scope, mentions, changedBy }: ComparedLine,
  figure: string,
  year: FinancialYear,
): boolean {
  const own = Object.hasOwn(sources, figure) ? sources[figure] : undefined;
  if (own !== undefined) return own.some((source) => postingsOf(entry, filterOf(source, scope, year)).length > 0);
  if (section === 'funds' && isClosing(entry, year)) return true;
  if (changedBy.length > 0 && !changedBy.includes(entry.type)) return false;
  const written = JSON.stringify(entry);
  return mentions.some((name) => written.includes(JSON.stringify(name)));
}

function filterOf(
  { accounts, span, category, isOfFund }: FigureSource,
  scope: PostingFilter,
  year: FinancialYear,
): PostingFilter {
  const { grantId: _, ...ofFund } = scope;
  const years = { in: { postedIn: year }, to: { postedTo: year }, before: { postedTo: previousYear(year) } };
  return { accounts, ...(category === undefined ? {} : { category }), ...(isOfFund ? ofFund : scope), ...years[span] };
}

/** Disposals stand with their fund: closing the year makes them, and opening it again takes them back. */
const isClosing = (entry: JournalEntry, year: FinancialYear): boolean =>
  (entry.type === 'year-closed' || entry.type === 'year-reopened') && entry.facts.financialYear === year;
