import { entryPath } from '../page/paths.ts';
import { link, name, type Span, type Text } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { factOf, type HistoryEntry } from './facts.ts';
import { authorityNames, type KnownAward, meetingLink } from './known-award.ts';

/** Who may not decide about an award. */
export function interestsBlocks(known: KnownAward): Block[] {
  const items = known.award.history.flatMap((entry) => itemsOf(known, entry));
  if (items.length === 0) return [];
  const list: Block = { kind: 'list', items };
  return [{ kind: 'section', title: 'Interests declared', id: 'interests', blocks: [list] }];
}

function itemsOf(known: KnownAward, entry: HistoryEntry): Text[] {
  const fact = factOf(entry);
  if (fact.type !== 'interest-declared') return [];
  const { attendee, subject, nature, meetingId, note } = fact.facts;
  const who: Span[] =
    attendee === undefined
      ? [name(subject ?? 'Somebody')]
      : [name(attendee.name), ' (', authorityNames(known, [attendee.authorityId]), ')'];
  return [
    [
      ...who,
      ': ',
      name(nature),
      '. Declared at ',
      meetingLink(known, meetingId),
      ', ',
      link(entryPath(known.partnershipId, entry.sequence), `entry ${entry.sequence}`),
      entry.reversedBy === undefined ? '.' : ', and taken back since.',
      ...(note === undefined ? [] : [' Note: ', name(note)]),
    ],
  ];
}
