import { date, type Field, list, money, type Section, table, text } from '../../statements/formats/section.ts';
import type { MinutesInterest } from './interests.ts';
import type { MinutesItem } from './items.ts';
import type { Minutes } from './minutes.ts';
import type { MinutesNote } from './notes.ts';

/** The minutes in the order in which they are read; text and PDF are made from these and nothing else. */
export const sectionsOf = (minutes: Minutes): Section[] => [
  list({ id: 'meeting', title: 'Meeting' }, meetingFields, minutes),
  table({ id: 'present', title: 'Present', none: 'No attendance is recorded.' }, presentFields, minutes.present),
  table(
    { id: 'interests', title: 'Interests', none: 'No interests were declared.' },
    interestFields,
    minutes.interests,
  ),
  ...itemSections([...minutes.items, ...minutes.ratifications]),
  ...(minutes.notes.length === 0 ? [] : [table({ id: 'notes', title: 'Notes' }, noteFields, minutes.notes)]),
];

const meetingFields: readonly Field<Minutes>[] = [
  date('heldOn', 'Held on', (m) => m.heldOn),
  text('venue', 'Venue', (m) => m.venue),
  text('presiding', 'Presiding', (m) => m.presiding),
  text('quorum', 'Quorum', (m) => m.quorum),
];

const presentFields: readonly Field<Minutes['present'][number]>[] = [
  text('authority', 'Authority', (p) => p.authority),
  text('people', 'Present', (p) => p.people),
];

const interestFields: readonly Field<MinutesInterest>[] = [
  text('item', 'Item', (i) => i.item),
  text('who', 'Declared by', (i) => i.who),
  text('nature', 'Interest', (i) => i.nature),
];

const itemFields: readonly Field<MinutesItem>[] = [
  text('recipient', 'Recipient', (i) => i.recipient),
  text('fund', 'Fund', (i) => i.fund),
  money('requested', 'Requested', (i) => i.requested),
  text('priorities', 'Priorities', (i) => i.priorities.join('; ') || null),
  text('presiding', 'Presiding', (i) => i.presiding),
  text('decision', 'Decision', (i) => i.decision, { isResult: true }),
];

const noteFields: readonly Field<MinutesNote>[] = [text('of', 'Of', (n) => n.of), text('note', 'Note', (n) => n.note)];

function itemSections(items: readonly MinutesItem[]): Section[] {
  if (items.length === 0) return [table({ id: 'items', title: 'Items', none: 'There were no items.' }, itemFields, [])];
  return items.map((item) =>
    list({ id: 'item', title: [item.reference ?? [], item.title].flat().join(' ') }, itemFields, item),
  );
}
