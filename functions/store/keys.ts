import type { RecordType } from '../../domain/ledger/records.ts';

/*
 * Every key of the three tables. Access patterns:
 *
 * Records  P#{partnership}            HEAD                            where the journal ends: read before all else
 *                                     S#…                             what a statement needs, in one query
 *                                     S#fund/{fund}/                  a fund, and after it
 *                                     S#fund/{fund}/{year}/{grant}    its balances: both in one query
 *                                     S#award/{award}/                an award, and after it
 *                                     S#award/{award}/{year}          what was committed and paid, by year
 *                                     S#year/{year}                   where a year stands
 *                                     N#{year}/…                      the notes of a year's entries
 *          P#{partnership}#R#{type}   {id}, {parent}/{id}             everything else, listed by type (and grant, meeting, award)
 *          P#{partnership}#I#{sub}    {idempotency key}               first answers
 *          P#{partnership}#JOBS       {job}, turn#{kind}#{year}        jobs of the last day, and which is under way
 *          PARTNERSHIPS               {partnership}                   which there are
 * Journal  P#{partnership}#J#{bucket} {sequence}                      a thousand entries a bucket
 * Events   P#{partnership}#E#{month}  {time}#{id}                     by partnership and month
 */

export type ItemKey = { readonly pk: string; readonly sk: string };
export type Range = { readonly partition: string; readonly prefix: string };

const bucketSize = 1000;

/** What a statement reads stands in the partnership's own partition; of everything else, each type has its own. */
const places = {
  partnership: { partition: '', prefix: 'S#partnership/' },
  funder: { partition: '', prefix: 'S#funder/' },
  fund: { partition: '', prefix: 'S#fund/' },
  balance: { partition: '', prefix: 'S#fund/' },
  grant: { partition: '', prefix: 'S#grant/' },
  award: { partition: '', prefix: 'S#award/' },
  awardBalance: { partition: '', prefix: 'S#award/' },
  sharedFund: { partition: '', prefix: 'S#shared-fund/' },
  year: { partition: '', prefix: 'S#year/' },
  entryNote: { partition: '', prefix: 'N#' },
  governance: { partition: '#R#governance', prefix: '' },
  meeting: { partition: '#R#meeting', prefix: '' },
  agendaItem: { partition: '#R#agenda-item', prefix: '' },
  interest: { partition: '#R#interest', prefix: '' },
  awardEntry: { partition: '#R#award-entry', prefix: '' },
  terms: { partition: '#R#terms', prefix: '' },
  priorities: { partition: '#R#priorities', prefix: '' },
  receipt: { partition: '#R#receipt', prefix: '' },
  topSlice: { partition: '#R#top-slice', prefix: '' },
  variation: { partition: '#R#variation', prefix: '' },
  expenditure: { partition: '#R#expenditure', prefix: '' },
  bankReference: { partition: '#R#bank-reference', prefix: '' },
  reversalOf: { partition: '#R#reversal-of', prefix: '' },
} as const satisfies Record<RecordType, { partition: string; prefix: string }>;

const partitionOf = (partnershipId: string): string => `P#${partnershipId}`;

export const headKey = (partnershipId: string): ItemKey => ({ pk: partitionOf(partnershipId), sk: 'HEAD' });

export function recordKey(partnershipId: string, type: RecordType, id: string): ItemKey {
  const { partition, prefix } = recordRange(partnershipId, type);
  return { pk: partition, sk: `${prefix}${id}${hasBalances.has(type) ? '/' : ''}` };
}

/** What is followed by its balances. */
const hasBalances = new Set<RecordType>(['fund', 'award']);

/** The records of a type, or those of a type below a parent such as a grant. */
export const recordRange = (partnershipId: string, type: RecordType, parent = ''): Range => ({
  partition: `${partitionOf(partnershipId)}${places[type].partition}`,
  prefix: `${places[type].prefix}${parent}`,
});

export const statementRange = (partnershipId: string): Range => ({
  partition: partitionOf(partnershipId),
  prefix: 'S#',
});
export const fundRange = (partnershipId: string, fundId: string): Range =>
  recordRange(partnershipId, 'fund', `${fundId}/`);
export const notesRange = (partnershipId: string, financialYear: string): Range =>
  recordRange(partnershipId, 'entryNote', `${financialYear}/`);

/** Every range that holds records; the head stands in the first. */
export const allRanges = (partnershipId: string): Range[] =>
  [...new Set(Object.values(places).map(({ partition }) => partition))].map((partition) => ({
    partition: `${partitionOf(partnershipId)}${partition}`,
    prefix: '',
  }));

export const idempotencyKeyOf = (scope: string, subject: string, key: string): ItemKey => ({
  pk: `${partitionOf(scope)}#I#${subject}`,
  sk: key,
});

export const jobKey = (partnershipId: string, id: string): ItemKey => ({
  pk: `${partitionOf(partnershipId)}#JOBS`,
  sk: id,
});

export const registryPartition = 'PARTNERSHIPS';
export const registryKey = (partnershipId: string): ItemKey => ({ pk: registryPartition, sk: partnershipId });

export const bucketOf = (sequence: number): number => Math.floor(sequence / bucketSize);
export const endOfBucket = (sequence: number): number => (bucketOf(sequence) + 1) * bucketSize - 1;
export const bucketPartition = (partnershipId: string, bucket: number): string =>
  `${partitionOf(partnershipId)}#J#${bucket}`;
export const entrySortKey = (sequence: number): string => String(sequence).padStart(12, '0');
export const entryKey = (partnershipId: string, sequence: number): ItemKey => ({
  pk: bucketPartition(partnershipId, bucketOf(sequence)),
  sk: entrySortKey(sequence),
});

/** The events of the month of a moment. */
export const eventsPartition = (partnershipId: string, at: string): string =>
  `${partitionOf(partnershipId)}#E#${at.slice(0, 7)}`;
export const eventKey = (partnershipId: string, at: string, id: string): ItemKey => ({
  pk: eventsPartition(partnershipId, at),
  sk: `${at}#${id}`,
});
