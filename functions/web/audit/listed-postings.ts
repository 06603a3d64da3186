import type { Posting } from '../../../domain/ledger/posting.ts';
import type { PostingFilter } from '../../../domain/ledger/posting-filter.ts';
import { postingsOf } from '../../../domain/ledger/posting-filter.ts';
import { accountWords } from '../page/account-words.ts';
import { date, money, type Span } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { whichEntry } from './entry-table.ts';
import { type Entry, factOf, isIllustrative } from './fact-rows.ts';
import { fundSpan, purposeSpans, sideCells, sides, sideTotals, totalCells } from './posting-cells.ts';
import type { RecordNames } from './record-names.ts';

export type Listed = { readonly entry: Entry; readonly posting: Posting };

/** The postings of these entries that a filter is for. */
export const listedIn = (entries: readonly Entry[], filter: PostingFilter): Listed[] =>
  entries.flatMap((entry) => postingsOf(entry, filter).map((posting) => ({ entry, posting })));

/** Postings of many entries, as the accounts show them, with what they come to. */
export const listedPostings = (
  listed: readonly Listed[],
  names: RecordNames,
  { empty, total }: { readonly empty: string; readonly total: string },
): Block => ({
  kind: 'table',
  caption: 'Postings',
  isCaptionHidden: true,
  empty,
  columns: [
    { label: 'Entry' },
    { label: 'Counts on' },
    { label: 'Account' },
    { label: 'Fund' },
    { label: 'For' },
    ...sides,
  ],
  rows: listed.map((one) => rowOf(one, names)),
  foot: [total, '', '', '', '', ...totalCells(listed.map(({ posting }) => posting))],
});

const rowOf = ({ entry, posting }: Listed, names: RecordNames): Row => [
  whichEntry(entry, names),
  date(posting.on ?? entry.effectiveOn),
  accountWords[posting.account],
  fundSpan(posting, names),
  purposeSpans(posting, names),
  ...sideCells(posting, isIllustrative(factOf(entry))),
];

/** The figure of a statement is one side less the other. */
export function difference(listed: readonly Listed[]): Span[] {
  const { debits, credits } = sideTotals(listed.map(({ posting }) => posting));
  if (debits.equals(credits)) return ['Debits and credits are the same.'];
  return credits.isLessThan(debits)
    ? ['Debits less credits: ', money(debits.minus(credits)), '.']
    : ['Credits less debits: ', money(credits.minus(debits)), '.'];
}
