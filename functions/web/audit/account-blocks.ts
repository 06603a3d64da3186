import { z } from 'zod';
import type { PostingFilter } from '../../../domain/ledger/posting-filter.ts';
import { postingFilter, postingQuery } from '../../journal/posting-query.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { type JournalFilter, journalPath } from './journal-filter.ts';
import { difference, type Listed, listedIn, listedPostings } from './listed-postings.ts';
import type { JournalPage } from './read-journal.ts';
import type { RecordNames } from './record-names.ts';

/** Which postings a list shows: the same that the API looks for. Without an account, it shows entries. */
export function wantedPostings({ fundId, ...filter }: JournalFilter): PostingFilter | undefined {
  const { success, data } = z.object(postingQuery).safeParse(filter);
  if (!success || data.account === undefined) return undefined;
  return { ...postingFilter(data), fundId };
}

type Seen = {
  readonly wanted: PostingFilter;
  readonly filter: JournalFilter;
  readonly read: JournalPage;
  /** All pages together, where they were to be added up. */
  readonly whole: JournalPage | undefined;
  readonly isFirst: boolean;
  readonly empty: string;
};

/** The postings of accounts, page by page, with what they come to. */
export function accountBlocks({ wanted, filter, read, whole, isFirst, empty }: Seen, names: RecordNames): Block[] {
  const listed = listedIn(read.entries, wanted);
  const isAll = isFirst && read.nextCursor === undefined;
  const table = listedPostings(listed, names, { empty, total: isAll ? 'Total' : 'Total of this page' });
  if (isAll) return [table, ...comesTo(listed)];
  if (whole === undefined) return [table, ...comesTo(listed), addUp(names.partnershipId, filter)];
  const all = listedIn(whole.entries, wanted);
  return whole.nextCursor === undefined
    ? [table, paragraph(`There are ${all.length} postings on all pages. `, ...difference(all))]
    : [table, paragraph('There are more postings than can be added up at once. Filter them further, by year or fund.')];
}

const comesTo = (listed: readonly Listed[]): Block[] => (listed.length === 0 ? [] : [paragraph(...difference(listed))]);

const addUp = (partnershipId: string, filter: JournalFilter): Block =>
  actions({ href: journalPath(partnershipId, { ...filter, sum: 'all' }), text: 'Add up all pages', look: 'secondary' });
