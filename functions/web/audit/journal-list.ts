import { z } from 'zod';
import type { PostingFilter } from '../../../domain/ledger/posting-filter.ts';
import { postingFilter, postingQuery } from '../../journal/posting-query.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { entryTable } from './entry-table.ts';
import { askedFilters, filterForm } from './filter-form.ts';
import { filterWords } from './filter-words.ts';
import { filterOf, type JournalFilter, journalPath } from './journal-filter.ts';
import { difference, listedIn, listedPostings } from './listed-postings.ts';
import { mentionsIn } from './mentions.ts';
import { type JournalPage, journalPage, wholeJournal } from './read-journal.ts';
import { type RecordNames, recordNames } from './record-names.ts';

/** The journal as it was recorded; filtered to accounts, their postings with what they come to. */
export const journalListPage = page({
  path: '/partnerships/{partnershipId}/journal',
  access: 'member',
  get: async ({ api, request: { query }, parameters: { partnershipId } }) => {
    const filter = filterOf(query);
    const cursor = query.get('cursor') ?? undefined;
    const [form, read] = await Promise.all([
      filterForm(api, partnershipId, filter),
      query.has('sum') ? wholeJournal(api, partnershipId, filter) : journalPage(api, partnershipId, filter, cursor),
    ]);
    const mentions = [...mentionsIn(read.entries), ...mentionsIn(filter).filter(({ id }) => id !== 'none')];
    const names = await recordNames(api, partnershipId, mentions);
    const wanted = wantedPostings(filter);
    const seen = { filter, read, names, isWhole: cursor === undefined && read.nextCursor === undefined };
    return view({
      title: wanted === undefined ? 'Journal' : 'Postings of the journal',
      blocks: [
        paragraph('Everything that was recorded, in the order in which it was. What is here never changes.'),
        form,
        ...filterWords(filter, askedFilters(filter), names),
        ...(wanted === undefined ? [entryTable(read.entries, names, emptyText(seen))] : postings(seen, wanted)),
        turning(partnershipId, seen, cursor),
        actions({ href: `${partnershipPath(partnershipId)}/audit`, text: 'Check the books', look: 'secondary' }),
      ],
    });
  },
});

type Seen = {
  readonly filter: JournalFilter;
  readonly read: JournalPage;
  readonly names: RecordNames;
  readonly isWhole: boolean;
};

/** Which postings the list shows: the same that the API looks for. Without an account, it shows entries. */
function wantedPostings({ fundId, ...filter }: JournalFilter): PostingFilter | undefined {
  const { success, data } = z.object(postingQuery).safeParse(filter);
  if (!success || data.account === undefined) return undefined;
  return { ...postingFilter(data), fundId };
}

function postings({ filter, read, names, isWhole }: Seen, wanted: PostingFilter): Block[] {
  const listed = listedIn(read.entries, wanted);
  const total = isWhole ? 'Total' : 'Total of this page';
  const table = listedPostings(listed, names, { empty: emptyText({ read }), total });
  if (listed.length === 0) return [table];
  const said = paragraph(...difference(listed));
  if (isWhole) return [table, said];
  const all = { href: `${journalPath(names.partnershipId, { ...filter, sum: 'all' })}`, text: 'Add up all pages' };
  return [table, said, actions({ ...all, look: 'secondary' })];
}

const emptyText = ({ read }: Pick<Seen, 'read'>): string =>
  read.nextCursor === undefined
    ? 'The journal holds no such entry.'
    : 'Nothing was found so far. Go on to the next page to look further.';

const turning = (partnershipId: string, { filter, read }: Seen, cursor: string | undefined): Block => ({
  kind: 'pages',
  ...(cursor !== undefined && { previous: journalPath(partnershipId, filter) }),
  ...(read.nextCursor !== undefined && {
    next: journalPath(partnershipId, { ...filter, cursor: read.nextCursor }),
  }),
});
