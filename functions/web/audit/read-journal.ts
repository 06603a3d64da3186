import type { Api } from '../api/api.ts';
import type { Entry } from './fact-rows.ts';
import type { JournalFilter } from './journal-filter.ts';

export type JournalPage = { readonly entries: readonly Entry[]; readonly nextCursor: string | undefined };

// One answer of the API looks through a part of the journal, however little of it is wanted.
const readsAtOnce = 5;
const mostReads = 50;

/** A page of the journal; goes on looking for a while where what is sought is rare. */
export async function journalPage(
  api: Api,
  partnershipId: string,
  filter: JournalFilter,
  from: string | undefined,
): Promise<JournalPage> {
  let cursor = from;
  for (let reads = 1; ; reads += 1) {
    const { items, nextCursor } = await api.read('listEntries', { partnershipId }, { ...filter, cursor });
    cursor = nextCursor ?? undefined;
    if (items.length > 0 || cursor === undefined || reads === readsAtOnce)
      return { entries: items, nextCursor: cursor };
  }
}

/** All that a filter leaves, to be added up; the rest has a cursor where that is too much for one page. */
export async function wholeJournal(api: Api, partnershipId: string, filter: JournalFilter): Promise<JournalPage> {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const read = await api.read('listEntries', { partnershipId }, { ...filter, limit: '100', cursor });
    entries.push(...read.items);
    cursor = read.nextCursor ?? undefined;
    if (cursor === undefined) break;
  }
  return { entries, nextCursor: cursor };
}
