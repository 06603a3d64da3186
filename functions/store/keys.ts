import type { RecordType } from '../../domain/ledger/records.ts';

/*
 * Every key of the three tables. Access patterns:
 *
 * Records  P#{partnership}            HEAD                            where the journal ends: read before all else
 *                                     S#…                             what a statement needs, in one query
 *                                     S#fund/{fund}/                  a fund, and after it
 *                                     S#fund/{fund}/{year}/{grant}    its balances: both in one query
 *                                     N#{year}/…                      the notes of a year's entries
 *                                     D#{type}/…                      everything else, listed by type (and grant)
 *          P#{partnership}#I#{sub}    {idempotency key}               first answers
 *          PARTNERSHIPS               {partnership}                   which there are
 * Journal  P#{partnership}#J#{bucket} {sequence}                      a thousand entries a bucket
 * Events   P#{partnership}#E#{month}  {time}#{id}                     by partnership and month
 */

export type ItemKey = { readonly pk: string; readonly sk: string };

const bucketSize = 1000;

const prefixes = {
  partnership: 'S#partnership/',
  funder: 'S#funder/',
  fund: 'S#fund/',
  balance: 'S#fund/',
  grant: 'S#grant/',
  sharedFund: 'S#shared-fund/',
  entryNote: 'N#',
  terms: 'D#terms/',
  priorities: 'D#priorities/',
  receipt: 'D#receipt/',
  topSlice: 'D#top-slice/',
  variation: 'D#variation/',
  expenditure: 'D#expenditure/',
  bankReference: 'D#bank-reference/',
  reversalOf: 'D#reversal-of/',
} as const satisfies Record<RecordType, string>;

export const statementPrefix = 'S#';

export const partitionOf = (partnershipId: string): string => `P#${partnershipId}`;

export const headKey = (partnershipId: string): ItemKey => ({ pk: partitionOf(partnershipId), sk: 'HEAD' });

export const recordKey = (partnershipId: string, type: RecordType, id: string): ItemKey => ({
  pk: partitionOf(partnershipId),
  sk: `${prefixes[type]}${id}${type === 'fund' ? '/' : ''}`,
});

/** Where the records of a type begin, or those of a type below a parent such as a grant. */
export const recordPrefix = (type: RecordType, parent = ''): string => `${prefixes[type]}${parent}`;

export const fundPrefix = (fundId: string): string => `${prefixes.fund}${fundId}/`;
export const notesPrefix = (financialYear: string): string => `${prefixes.entryNote}${financialYear}/`;

export const idempotencyKeyOf = (scope: string, subject: string, key: string): ItemKey => ({
  pk: `${partitionOf(scope)}#I#${subject}`,
  sk: key,
});

export const registryPartition = 'PARTNERSHIPS';

export const bucketOf = (sequence: number): number => Math.floor(sequence / bucketSize);
export const bucketPartition = (partnershipId: string, bucket: number): string =>
  `${partitionOf(partnershipId)}#J#${bucket}`;
export const entrySortKey = (sequence: number): string => String(sequence).padStart(12, '0');
export const entryKey = (partnershipId: string, sequence: number): ItemKey => ({
  pk: bucketPartition(partnershipId, bucketOf(sequence)),
  sk: entrySortKey(sequence),
});

export const eventKey = (partnershipId: string, at: string, id: string): ItemKey => ({
  pk: `${partitionOf(partnershipId)}#E#${at.slice(0, 7)}`,
  sk: `${at}#${id}`,
});
