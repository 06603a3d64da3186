import type { Posting } from '../../../domain/ledger/posting.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { accountWords } from '../page/account-words.ts';
import { date } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { fundSpan, purposeSpans, sideCells, sides, totalCells } from './posting-cells.ts';
import type { RecordNames } from './record-names.ts';

export type EntryPostings = {
  readonly postings: readonly Posting[];
  readonly effectiveOn: PlainDate;
  readonly isIllustrative: boolean;
};

/** The postings of one entry, whose debits equal its credits. */
export const postingTable = (
  caption: string,
  { postings, effectiveOn, isIllustrative }: EntryPostings,
  names: RecordNames,
): Block => ({
  kind: 'table',
  caption,
  empty: 'This entry moves no money.',
  columns: [{ label: 'Account' }, { label: 'Fund' }, { label: 'For' }, { label: 'Counts on' }, ...sides],
  rows: postings.map((posting) => [
    accountWords[posting.account],
    fundSpan(posting, names),
    purposeSpans(posting, names),
    date(posting.on ?? effectiveOn),
    ...sideCells(posting, isIllustrative),
  ]),
  foot: ['Total', '', '', '', ...totalCells(postings)],
});
