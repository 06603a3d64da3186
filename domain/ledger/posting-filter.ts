import { endOf, type FinancialYear } from '../financial-year.ts';
import type { PlainDate } from '../plain-date.ts';
import type { JournalEntry } from './journal-entry.ts';
import { type Account, type Posting, postedIn } from './posting.ts';

/** Postings of these accounts and places, that count in a year, or up to a year's end, or up to a date. */
export type PostingFilter = {
  readonly accounts?: readonly Account[] | undefined;
  readonly fundId?: string | undefined;
  /** Null for postings that name no grant. */
  readonly grantId?: string | null | undefined;
  readonly awardId?: string | undefined;
  readonly category?: string | undefined;
  readonly postedIn?: FinancialYear | undefined;
  readonly postedTo?: FinancialYear | undefined;
  readonly asOf?: PlainDate | undefined;
};

/** The postings of an entry that a filter is for. */
export function postingsOf(
  { postings, effectiveOn }: Pick<JournalEntry, 'postings' | 'effectiveOn'>,
  filter: PostingFilter,
): Posting[] {
  return postings.filter((posting) => isPlaced(posting, filter) && isDated(posting, effectiveOn, filter));
}

function isPlaced(
  { account, fundId, grantId, awardId, category }: Posting,
  { accounts, ...filter }: PostingFilter,
): boolean {
  return (
    (accounts === undefined || accounts.includes(account)) &&
    isWanted(fundId, filter.fundId) &&
    isWanted(grantId ?? null, filter.grantId) &&
    isWanted(awardId, filter.awardId) &&
    isWanted(category, filter.category)
  );
}

const isWanted = <Value>(value: Value, wanted: Value | undefined): boolean => wanted === undefined || value === wanted;

function isDated(posting: Posting, entryOn: PlainDate, { postedIn: year, postedTo, asOf }: PostingFilter): boolean {
  const on = posting.on ?? entryOn;
  return (
    isWanted(postedIn(posting, entryOn), year) &&
    (postedTo === undefined || on <= endOf(postedTo)) &&
    (asOf === undefined || on <= asOf)
  );
}
