import { ReversibleFact } from '../../../domain/ledger/facts.ts';
import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { entryWords } from '../page/entry-words.ts';
import { page } from '../page/page.ts';
import { entryPath } from '../page/paths.ts';
import { recordedNotice } from '../page/records.ts';
import { code, date, link, moment, name, type Span, type Text } from '../page/text.ts';
import { type Action, actions, type Block, type SummaryRow } from '../page/view.ts';
import { aboutEntry } from './about-entry.ts';
import { decisionRows } from './decision-rows.ts';
import { type Entry, factOf, factRows, isIllustrative } from './fact-rows.ts';
import { journalPath } from './journal-filter.ts';
import { mentionsIn } from './mentions.ts';
import { postingTable } from './posting-table.ts';
import { type RecordNames, recordNames } from './record-names.ts';

/** One entry of the journal: what was decided, its postings, and its place in the chain. */
export const entryPage = page({
  path: '/partnerships/{partnershipId}/journal/{sequence}',
  access: 'member',
  get: async (visit) => {
    const { api, may, request, parameters } = visit;
    const { partnershipId } = parameters;
    const entry = await api.read('getEntry', parameters);
    const [notice, names, decisions] = await Promise.all([
      recordedNotice(visit),
      recordNames(api, partnershipId, mentionsIn([entry.facts, entry.postings])),
      decisionRows(api, partnershipId, entry),
    ]);
    const canReverse = may(operations.reverseEntry.access) && isReversible(entry);
    const reverse: Action = { href: `${request.path}/reversal`, text: 'Reverse this entry', look: 'warning' };
    return view({
      title: entryWords[entry.type],
      caption: `Entry ${entry.sequence} of the journal`,
      back: { href: journalPath(partnershipId), text: 'The journal' },
      blocks: [...notice, ...entryBlocks(entry, names, decisions), actions(...(canReverse ? [reverse] : []))],
    });
  },
});

function entryBlocks(entry: Entry, names: RecordNames, decisions: readonly SummaryRow[]): Block[] {
  const fact = factOf(entry);
  const about = aboutEntry(fact, names);
  const lead: Block = { kind: 'paragraph', look: 'lead', text: about };
  const basis: Block = { kind: 'summary', title: 'What it rests on', rows: decisions };
  return [
    ...reversedWarning(entry, names),
    ...(about.length === 0 ? [] : [lead]),
    { kind: 'summary', title: 'When and by whom', rows: circumstances(entry, names) },
    { kind: 'summary', title: 'What was recorded', rows: factRows(fact, names) },
    ...(decisions.length === 0 ? [] : [basis]),
    postingTable('Postings', { ...entry, isIllustrative: isIllustrative(fact) }, names),
    { kind: 'summary', title: 'Its place in the chain', rows: chain(entry, names) },
  ];
}

/** What can be reversed at all, and was not. */
export const isReversible = ({ type, reversedBy }: Pick<Entry, 'type' | 'reversedBy'>): boolean =>
  reversedBy === undefined && ReversibleFact.options.some(({ shape }) => shape.type.value === type);

const entrySpan = (sequence: number, { partnershipId }: RecordNames): Span =>
  link(entryPath(partnershipId, sequence), `entry ${sequence}`);

const reversedWarning = ({ reversedBy }: Entry, names: RecordNames): Block[] =>
  reversedBy === undefined
    ? []
    : [{ kind: 'warning', text: ['This entry was reversed by ', entrySpan(reversedBy, names), '.'] }];

function circumstances({ effectiveOn, recordedAt, recordedBy, reverses, reversedBy }: Entry, names: RecordNames) {
  const rows: readonly (readonly [string, Text | undefined])[] = [
    ['Counts on', date(effectiveOn)],
    ['Recorded', moment(recordedAt)],
    ['Recorded by', [name(recordedBy.name ?? recordedBy.subject), ' (', code(recordedBy.subject), ')']],
    ['Reverses', reverses === undefined ? undefined : entrySpan(reverses, names)],
    ['Reversed by', reversedBy === undefined ? undefined : entrySpan(reversedBy, names)],
  ];
  return rows.flatMap(([label, value]): SummaryRow[] => (value === undefined ? [] : [{ label, value }]));
}

const chain = ({ id, sequence, previousHash, hash }: Entry, names: RecordNames): SummaryRow[] => [
  { label: 'Entry id', value: code(id) },
  {
    label: 'Hash of the entry before',
    value:
      sequence === 1
        ? [code(previousHash), ' (there is none before)']
        : [code(previousHash), ' (', entrySpan(sequence - 1, names), ')'],
  },
  { label: 'Hash', value: code(hash) },
];
