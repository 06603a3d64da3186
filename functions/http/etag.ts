import type { Expected } from '../../domain/ledger/revision.ts';

/** What a thing that is PUT has for an ETag: the sequence number of the entry that last wrote it. */
export const revisionTag = (revision: number): string => `"r${revision}"`;

/** What `If-Match` expects; a tag that is none of ours matches nothing. */
export function expectedRevision(ifMatch: string | undefined): Expected {
  if (ifMatch === undefined || ifMatch.trim() === '*') return ifMatch === undefined ? undefined : '*';
  const [, revision] = /^"r(\d{1,12})"$/.exec(ifMatch.trim()) ?? [];
  return revision === undefined ? Number.NaN : Number(revision);
}
