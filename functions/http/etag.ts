import type { Expected } from '../../domain/ledger/revision.ts';
import { digest } from '../store/digest.ts';

/**
 * What a thing that is PUT has for an ETag: the sequence number of the entry that last wrote it. Where more is shown than
 * can be PUT, a digest of what is shown follows, so that the tag changes with it; `If-Match` asks for the number alone.
 */
export const revisionTag = (revision: number, more?: object): string =>
  more === undefined ? `"r${revision}"` : `"r${revision}-${digest(more).slice(0, 16)}"`;

/** What `If-Match` expects; a tag that is none of ours matches nothing. */
export function expectedRevision(ifMatch: string | undefined): Expected {
  if (ifMatch === undefined || ifMatch.trim() === '*') return ifMatch === undefined ? undefined : '*';
  const [, revision] = /^"r(\d{1,12})(?:-[0-9a-f]{16})?"$/.exec(ifMatch.trim()) ?? [];
  return revision === undefined ? Number.NaN : Number(revision);
}
