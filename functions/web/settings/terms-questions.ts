import type { AnswerOf } from '../api/api.ts';
import { type Field, noteField } from '../form/field.ts';
import { money, name } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import type { Terms } from './terms-table.ts';

export const effectiveFromField = {
  kind: 'date',
  name: 'effectiveFrom',
  label: 'Date from which they are in force',
  hint: 'Such as 1 4 2018, after every meeting that was held under other terms.',
} as const satisfies Field;

/** How the group decides. */
export const termsFields = ({ responsibleAuthorities: { length } }: AnswerOf<'getPartnership'>): Field[] => [
  {
    kind: 'whole',
    name: 'quorum',
    label: 'Quorum',
    hint: `How many of the ${length} responsible authorities must be there.`,
  },
  ...officerFields('chair', 'chair'),
  ...officerFields('viceChair', 'vice-chair'),
  {
    kind: 'money',
    name: 'chairsActionLimit',
    label: 'Most that the chair may award between meetings',
    hint: 'For one award. Left empty, chair’s action is not allowed.',
    isOptional: true,
  },
  {
    kind: 'whole',
    name: 'ratificationDays',
    label: 'Days within which chair’s action is ratified',
    isOptional: true,
  },
  {
    kind: 'whole',
    name: 'overCommitmentPercent',
    label: 'Percent of a fund’s balance that awards may go beyond it',
    hint: 'Left empty, awards stay within the balance.',
    isOptional: true,
  },
  noteField,
];

const officerFields = (officer: string, called: string): Field[] => [
  { kind: 'line', name: `${officer}.name`, label: `Name of the ${called}`, isOptional: true },
  {
    kind: 'line',
    name: `${officer}.subject`,
    label: `Login of the ${called}`,
    hint: 'As the sign-in service knows it: decisions are checked against it.',
    isOptional: true,
    width: 30,
  },
];

type Shown = Omit<Terms, 'note'> & { readonly note?: string | undefined };

/** The answers of the form, as they are recorded. */
export const termsValues = (terms: Shown): [string, string][] =>
  [
    ['quorum', terms.quorum],
    ['chair.name', terms.chair?.name],
    ['chair.subject', terms.chair?.subject],
    ['viceChair.name', terms.viceChair?.name],
    ['viceChair.subject', terms.viceChair?.subject],
    ['chairsActionLimit', terms.chairsActionLimit],
    ['ratificationDays', terms.ratificationDays],
    ['overCommitmentPercent', terms.overCommitmentPercent],
    ['note', terms.note],
  ].flatMap(([field, value]): [string, string][] => (value === undefined ? [] : [[String(field), String(value)]]));

/** Beside what is typed: somebody else may have changed it in the meantime. */
export function recordedTerms({ quorum, chair, viceChair, chairsActionLimit, note }: Terms): Block[] {
  const rows: SummaryRow[] = [
    { label: 'Quorum', value: String(quorum) },
    { label: 'Chair', value: chair === undefined ? 'Not named' : name(chair.name) },
    { label: 'Vice-chair', value: viceChair === undefined ? 'Not named' : name(viceChair.name) },
    {
      label: 'Chair’s action up to',
      value: chairsActionLimit === undefined ? 'Not allowed' : money(chairsActionLimit),
    },
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
  ];
  return [{ kind: 'details', summary: 'The terms as they are recorded now', blocks: [{ kind: 'summary', rows }] }];
}
