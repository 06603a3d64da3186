import { name, type Span } from '../page/text.ts';
import type { WholeAward } from './meeting-records.ts';

/** Who put an award forward, by the names that they gave; by their login, where they gave none. */
export function proposersOf({ proposers, history }: WholeAward): Span[] {
  const names = proposers.map((subject) => {
    const own = history.find(({ recordedBy }) => recordedBy.subject === subject && recordedBy.name !== undefined);
    return own?.recordedBy.name ?? subject;
  });
  return names.flatMap((one, place) => (place === 0 ? [name(one)] : [', ', name(one)]));
}
