import { entryPath } from '../page/paths.ts';
import { link, type Span } from '../page/text.ts';

const most = 25;

/** Entries of the journal, each a link; beyond the first few, how many more there are. */
export function entryLinks(partnershipId: string, entries: readonly number[]): Span[] {
  const shown = entries.slice(0, most);
  const links = shown.flatMap((entry, place): Span[] => [
    ...(place === 0 ? [] : [', ']),
    link(entryPath(partnershipId, entry), String(entry), 'of the journal'),
  ]);
  const more = entries.length - shown.length;
  return more > 0 ? [...links, ` and ${more} more`] : links;
}
