import { entryWords } from '../page/entry-words.ts';
import { entryPath } from '../page/paths.ts';
import { date, link, moment, name, type Text, tag } from '../page/text.ts';
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
    { label: 'About' },
    { label: 'Money moved', isNumeric: true },
    { label: 'Recorded' },
  ],
  rows: entries.map((entry) => rowOf(entry, names)),
});

function rowOf(entry: Entry, names: RecordNames): Row {
  const fact = factOf(entry);
  return [
    whichEntry(entry, names),
    date(entry.effectiveOn),
    aboutEntry(fact, names),
    sumMoved(fact, entry.postings),
    recorded(entry),
  ];
}

/** Its number, what it is, and whether it still stands. */
export function whichEntry({ sequence, type, reverses, reversedBy }: Entry, { partnershipId }: RecordNames): Text {
  return [
    link(entryPath(partnershipId, sequence), `${sequence} ${entryWords[type]}`),
    ...(reverses === undefined ? [] : [`, entry ${reverses}`]),
    ...(reversedBy === undefined ? [] : [' ', tag(`Reversed by ${reversedBy}`, 'orange')]),
  ];
}

const recorded = ({ recordedAt, recordedBy }: Entry): Text => [
  moment(recordedAt),
  ' by ',
  name(recordedBy.name ?? recordedBy.subject),
];
