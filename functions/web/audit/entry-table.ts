import { entryWords } from '../page/entry-words.ts';
import { entryPath } from '../page/paths.ts';
import { date, link, moment, name, type Span, type Text, tag } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { aboutEntry, sumMoved } from './about-entry.ts';
import { type Entry, factOf } from './fact-rows.ts';
import type { RecordNames } from './record-names.ts';

/** Entries of the journal, one a row. */
export const entryTable = (entries: readonly Entry[], names: RecordNames, empty: string): Block => ({
  kind: 'table',
  caption: 'Entries',
  isCaptionHidden: true,
  empty,
  columns: [
    { label: 'Entry' },
    { label: 'Counts on' },
    { label: 'What happened' },
    { label: 'About' },
    { label: 'Money moved', isNumeric: true },
    { label: 'Recorded' },
  ],
  rows: entries.map((entry) => rowOf(entry, names)),
});

function rowOf(entry: Entry, names: RecordNames): Row {
  const fact = factOf(entry);
  return [
    entryLink(entry, names),
    date(entry.effectiveOn),
    whatHappened(entry),
    aboutEntry(fact, names),
    sumMoved(fact, entry.postings),
    recorded(entry),
  ];
}

export const entryLink = ({ sequence, type }: Entry, { partnershipId }: RecordNames): Span =>
  link(entryPath(partnershipId, sequence), String(sequence), entryWords[type]);

/** What it is, and whether it still stands. */
export function whatHappened({ type, reverses, reversedBy }: Entry): Text {
  return [
    entryWords[type],
    ...(reverses === undefined ? [] : [`, of entry ${reverses}`]),
    ...(reversedBy === undefined ? [] : [' ', tag(`Reversed by entry ${reversedBy}`, 'orange')]),
  ];
}

export const recorded = ({ recordedAt, recordedBy }: Entry): Text => [
  moment(recordedAt),
  ' by ',
  name(recordedBy.name ?? recordedBy.subject),
];
