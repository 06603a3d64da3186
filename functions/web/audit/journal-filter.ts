import type { Query } from '../api/api.ts';
import { partnershipPath } from '../page/paths.ts';

/** What the journal can be asked for: the parameters of the page are the API's own, so that statements link here with them. */
export const filterNames = [
  'financialYear',
  'fundId',
  'type',
  'account',
  'category',
  'grantId',
  'awardId',
  'postedIn',
  'postedTo',
  'asOf',
  'knownAt',
] as const;
export type FilterName = (typeof filterNames)[number];
export type JournalFilter = Readonly<Partial<Record<FilterName, string>>>;

/** The filters of an address; a question that was left alone asks nothing. */
export function filterOf(query: URLSearchParams): JournalFilter {
  const given = filterNames.map((name) => [name, query.get(name) ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The journal so filtered. */
export function journalPath(partnershipId: string, filter: Query = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) query.set(name, value);
  const asked = query.toString();
  return `${partnershipPath(partnershipId)}/journal${asked === '' ? '' : `?${asked}`}`;
}

/** All filters but one. */
export const without = (filter: JournalFilter, left: FilterName): JournalFilter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => name !== left));
