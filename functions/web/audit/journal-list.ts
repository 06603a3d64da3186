import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { accountBlocks, wantedPostings } from './account-blocks.ts';
import { entryTable } from './entry-table.ts';
import { askedFilters, filterForm } from './filter-form.ts';
import { filterWords } from './filter-words.ts';
import { filterOf, type JournalFilter, journalPath } from './journal-filter.ts';
import { mentionsIn } from './mentions.ts';
import { type JournalPage, journalPage, wholeJournal } from './read-journal.ts';
import { recordNames } from './record-names.ts';

/** The journal as it was recorded; filtered to accounts, their postings with what they come to. */
export const journalListPage = page({
  path: '/partnerships/{partnershipId}/journal',
  access: 'member',
  get: async ({ api, request: { query }, parameters: { partnershipId } }) => {
    const filter = filterOf(query);
    const wanted = wantedPostings(filter);
    const cursor = query.get('cursor') ?? undefined;
    const isSummed = wanted !== undefined && query.has('sum');
    const [form, read, whole] = await Promise.all([
      filterForm(api, partnershipId, filter),
      journalPage(api, partnershipId, filter, cursor),
      isSummed ? wholeJournal(api, partnershipId, filter) : undefined,
    ]);
    const mentions = [...mentionsIn(read.entries), ...mentionsIn(filter).filter(({ id }) => id !== 'none')];
    const names = await recordNames(api, partnershipId, mentions);
    const empty = emptyText(read);
    return view({
      title: wanted === undefined ? 'Journal' : 'Postings of the journal',
      blocks: [
        paragraph('Everything that was recorded, in the order in which it was. What is here never changes.'),
        form,
        ...filterWords(filter, askedFilters(filter), names),
        ...(wanted === undefined
          ? [entryTable(read.entries, names, empty)]
          : accountBlocks({ wanted, filter, read, whole, isFirst: cursor === undefined, empty }, names)),
        turning(partnershipId, { filter, read }, cursor),
        actions({ href: `${partnershipPath(partnershipId)}/audit`, text: 'Check the books', look: 'secondary' }),
      ],
    });
  },
});

const emptyText = ({ nextCursor }: JournalPage): string =>
  nextCursor === undefined
    ? 'The journal holds no such entry.'
    : 'Nothing was found so far. Go on to the next page to look further.';

type Seen = { readonly filter: JournalFilter; readonly read: JournalPage };

const turning = (partnershipId: string, { filter, read }: Seen, cursor: string | undefined): Block => ({
  kind: 'pages',
  ...(cursor !== undefined && { previous: journalPath(partnershipId, filter) }),
  ...(read.nextCursor !== undefined && {
    next: journalPath(partnershipId, { ...filter, cursor: read.nextCursor }),
  }),
});
