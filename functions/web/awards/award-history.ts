import { entryWords } from '../page/entry-words.ts';
import { entryPath } from '../page/paths.ts';
import { date, link, moment, money, name, type Span, type Text, tag } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { factOf, type HistoryEntry } from './facts.ts';
import { type KnownAward, meetingLink } from './known-award.ts';

/** Every entry of the journal that had to do with an award. */
export const historyBlock = (known: KnownAward): Block => ({
  kind: 'section',
  title: 'History',
  id: 'history',
  blocks: [
    {
      kind: 'table',
      caption: 'What the journal says of this award, the first entry first',
      isCaptionHidden: true,
      empty: 'Nothing is recorded.',
      columns: [{ label: 'What happened' }, { label: 'Details' }, { label: 'Dated' }, { label: 'Recorded' }],
      rows: known.award.history.map((entry) => rowOf(known, entry)),
    },
  ],
});

function rowOf(known: KnownAward, entry: HistoryEntry): Row {
  const { type, sequence, effectiveOn, recordedAt, recordedBy } = entry;
  return [
    link(entryPath(known.partnershipId, sequence), `${entryWords[type]}, entry ${sequence}`),
    detailsOf(known, entry),
    date(effectiveOn),
    [moment(recordedAt), ', by ', name(recordedBy.name ?? recordedBy.subject)],
  ];
}

/** What an entry says that stands nowhere else on the page. */
function detailsOf(known: KnownAward, entry: HistoryEntry): Text {
  const { reverses, reversedBy } = entry;
  return [
    ...(reverses === undefined ? [] : [`Reverses entry ${reverses}. `]),
    ...said(known, factOf(entry)),
    ...(reversedBy === undefined ? [] : [tag(`Reversed by entry ${reversedBy}`, 'red')]),
  ];
}

function said(known: KnownAward, fact: ReturnType<typeof factOf>): Span[] {
  switch (fact.type) {
    case 'award-proposed':
      return fact.facts.amountRequested === undefined ? [] : [money(fact.facts.amountRequested), ' asked'];
    case 'award-submitted':
      return ['To ', meetingLink(known, fact.facts.meetingId), '. ', ...noteOf(fact.facts)];
    case 'award-variation-proposed':
      return [
        money(fact.facts.amountRequested),
        ' asked of ',
        meetingLink(known, fact.facts.meetingId),
        '. ',
        ...reasonOf(fact.facts),
      ];
    case 'award-closed':
      return [money(fact.facts.released), ' released. ', ...reasonOf(fact.facts)];
    case 'award-withdrawn':
    case 'entry-reversed':
      return reasonOf(fact.facts);
    case 'award-paid':
    case 'award-refunded':
      return [money(fact.facts.amount), ' '];
    default:
      return [];
  }
}

const reasonOf = (facts: { readonly reason: string; readonly note?: string }): Span[] => [
  name(facts.reason),
  ' ',
  ...noteOf(facts),
];

const noteOf = ({ note }: { readonly note?: string }): Span[] => (note === undefined ? [] : ['Note: ', name(note)]);
