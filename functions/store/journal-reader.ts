import { Buffer } from 'node:buffer';
import { z } from 'zod';
import type { FinancialYear } from '../../domain/financial-year.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import { type PostingFilter, postingsOf } from '../../domain/ledger/posting-filter.ts';
import { OutOfTime } from './command.ts';
import type { Database } from './database.ts';
import { EntryItem, readEntry } from './items.ts';
import { bucketOf, bucketPartition, entrySortKey } from './keys.ts';

export type EntryFilter = {
  readonly financialYear?: FinancialYear | undefined;
  readonly fundId?: string | undefined;
  readonly type?: string | undefined;
  /** Entries with such postings. */
  readonly postings?: PostingFilter | undefined;
};

// Few enough to hold in memory, enough to keep the database busy while entries are worked on.
const bucketsAhead = 4;
const pagesAtOnce = 4;
const answerBytes = 2_000_000;

/** Long reads look at the clock as they go: an answer that comes too late is none. */
export function assertInTime(deadline: number): void {
  if (Date.now() >= deadline) throw new OutOfTime('the journal is too long to read in time');
}

/** Every item of the journal up to a sequence number, in order: buckets are read ahead of what is worked on. */
export async function* storedEntries(
  database: Database,
  partnershipId: string,
  last: number,
  deadline: number,
  first = 1,
): AsyncGenerator<{ readonly sequence: number; readonly item: unknown }> {
  const read = (bucket: number): Promise<unknown[]> => {
    const items = database.all('journal', { partition: bucketPartition(partnershipId, bucket), prefix: '' });
    // Awaited later; until then a failure must not count as unhandled.
    items.catch(() => undefined);
    return items;
  };
  const lastBucket = bucketOf(last);
  const ahead: Promise<unknown[]>[] = [];
  for (let bucket = bucketOf(first); bucket <= lastBucket; bucket += 1) {
    while (ahead.length < bucketsAhead && bucket + ahead.length <= lastBucket) ahead.push(read(bucket + ahead.length));
    assertInTime(deadline);
    for (const item of (await ahead.shift()) ?? []) {
      const sequence = Number(EntryItem.parse(item).sk);
      if (sequence >= first && sequence <= last) yield { sequence, item };
    }
  }
}

/** One page of the journal, ascending; reads no more than a few pages of it for one answer, however rare what is sought. */
export async function entriesPage(
  database: Database,
  partnershipId: string,
  last: number,
  filter: EntryFilter,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly entries: readonly JournalEntry[]; readonly nextAfter: number | undefined }> {
  const entries: JournalEntry[] = [];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  let seen = after;
  let bytes = 0;
  for (let pages = 0; pages < pagesAtOnce && seen < last; pages += 1) {
    const partition = bucketPartition(partnershipId, bucketOf(seen + 1));
    // Where everything is wanted, no more is read than is answered.
    const most = isFiltered ? {} : { limit: limit + 1 - entries.length };
    const { items } = await database.page('journal', { partition, prefix: '' }, { sk: entrySortKey(seen), ...most });
    if (items.length === 0) seen = (bucketOf(seen + 1) + 1) * 1000 - 1;
    for (const item of items) {
      if (Number(EntryItem.parse(item).sk) > last) return { entries, nextAfter: undefined };
      const entry = readEntry(item);
      if (isWanted(entry, filter)) {
        const size = Buffer.byteLength(JSON.stringify(entry));
        if (entries.length === limit || (entries.length > 0 && bytes + size > answerBytes))
          return { entries, nextAfter: seen };
        entries.push(entry);
        bytes += size;
      }
      seen = entry.sequence;
    }
  }
  return { entries, nextAfter: seen < last ? seen : undefined };
}

const isWanted = (entry: JournalEntry, { financialYear, fundId, type, postings }: EntryFilter): boolean =>
  (postings === undefined || postingsOf(entry, { fundId, ...postings }).length > 0) &&
  (financialYear === undefined || entry.financialYear === financialYear) &&
  (type === undefined || entry.type === type) &&
  (fundId === undefined || fundsOf(entry).has(fundId));

const NamesFund = z.object({ fundId: z.string() });

/** The funds that an entry posts to, or speaks of; a reversal speaks of what its original does. */
function fundsOf(entry: JournalEntry): Set<string> {
  const named = NamesFund.safeParse(entry.type === 'entry-reversed' ? entry.facts.undoes.facts : entry.facts);
  const funds = entry.postings.map(({ fundId }) => fundId);
  if (named.success) funds.push(named.data.fundId);
  if (entry.type === 'fund-opened') funds.push(entry.facts.id);
  return new Set(funds);
}
