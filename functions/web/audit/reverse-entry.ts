import { mirrored } from '../../../domain/ledger/posting.ts';
import { latestOf } from '../../../domain/plain-date.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { dateValues } from '../form/values.ts';
import { entryWords } from '../page/entry-words.ts';
import { entryPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import type { Block } from '../page/view.ts';
import { aboutEntry } from './about-entry.ts';
import { isReversible } from './entry-page.ts';
import { type Entry, factOf, factRows, isIllustrative } from './fact-rows.ts';
import { mentionsIn } from './mentions.ts';
import { postingTable } from './posting-table.ts';
import { type RecordNames, recordNames } from './record-names.ts';

type Context = { readonly entry: Entry; readonly names: RecordNames };

/** Corrects an entry by a new one that takes it back. */
export const reverseEntryPage = formPage({
  path: '/partnerships/{partnershipId}/journal/{sequence}/reversal',
  operation: 'reverseEntry',
  load: async ({ api, parameters }): Promise<Context> => {
    const entry = await api.read('getEntry', parameters);
    const mentions = mentionsIn([entry.facts, entry.postings]);
    return { entry, names: await recordNames(api, parameters.partnershipId, mentions) };
  },
  title: 'Reverse an entry',
  caption: ({ entry: { sequence, type } }) => `Entry ${sequence}: ${entryWords[type]}`,
  steps: (context) => [
    {
      title: 'Why it is reversed',
      blocks: whatIsReversed(context),
      fields: [
        {
          kind: 'date',
          name: 'effectiveOn',
          label: 'Date of the reversal',
          hint: 'The day from which the correction counts, not before the entry itself. An opening balance is reversed on its own date.',
        },
        { kind: 'prose', name: 'reason', label: 'Reason for reversing the entry' },
        noteField,
      ],
    },
  ],
  start: ({ entry: { type, effectiveOn } }, { today }) =>
    dateValues('effectiveOn', type === 'opening-balance-recorded' ? effectiveOn : latestOf(today, effectiveOn)),
  effects: async (reversal, { names }) => [
    postingTable('What the reversal posts', { ...reversal, isIllustrative: isIllustrative(factOf(reversal)) }, names),
  ],
  questionOf: { 'date-out-of-order': 'effectiveOn', 'year-closed': 'effectiveOn' },
  button: 'Reverse the entry',
  isWarning: true,
  back: ({ parameters: { partnershipId, sequence } }) => ({
    href: entryPath(partnershipId, Number(sequence)),
    text: 'The entry',
  }),
  done: ({ sequence }, { parameters: { partnershipId } }) => recordedAt(entryPath(partnershipId, sequence), sequence),
});

function whatIsReversed({ entry, names }: Context): Block[] {
  const fact = factOf(entry);
  const { sequence, postings, effectiveOn, reversedBy } = entry;
  const why =
    reversedBy === undefined ? 'Entries like this one are never reversed.' : `It was reversed by entry ${reversedBy}.`;
  const mirror = postings.map((posting) => mirrored(posting, effectiveOn, effectiveOn));
  return [
    ...(isReversible(entry)
      ? []
      : [{ kind: 'warning' as const, text: `Entry ${sequence} cannot be reversed. ${why}` }]),
    {
      kind: 'warning',
      text: 'The entry stays in the journal. A new one takes it back, and cannot be reversed itself: record afresh what should stand.',
    },
    { kind: 'inset', text: aboutEntry(fact, names) },
    { kind: 'details', summary: 'All that the entry says', blocks: [{ kind: 'summary', rows: factRows(fact, names) }] },
    postingTable(
      'What will be mirrored: the other way round',
      { postings: mirror, effectiveOn, isIllustrative: isIllustrative(fact) },
      names,
    ),
  ];
}
