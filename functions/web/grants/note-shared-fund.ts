import type { PlainDate } from '../../../domain/plain-date.ts';
import { type Field, noteField } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { funderField, type KnownFunders, knownFunders, newFunderSteps, withFunder } from './funder-questions.ts';
import { sharedFundsPath } from './shared-funds.ts';
import { yearOptions } from './year-options.ts';

type Noting = { readonly today: PlainDate; readonly funders: KnownFunders };

/** A fund held elsewhere for several areas or years: a note in statements, no income. */
export const noteSharedFundPage = formPage({
  path: '/partnerships/{partnershipId}/shared-funds/new',
  operation: 'noteSharedFund',
  load: async (visit): Promise<Noting> => ({ today: visit.today, funders: await knownFunders(visit) }),
  title: 'Note a shared fund held elsewhere',
  steps: ({ today, funders }) => [fundStep(today, funders), ...newFunderSteps(funders), areasStep],
  body: (answers, { funders }) => withYears(withFunder({ areas: [], ...answers }, funders)),
  questionOf: { 'year-closed': 'financialYears' },
  button: 'Note the shared fund',
  back: ({ parameters: { partnershipId } }) => ({ href: sharedFundsPath(partnershipId), text: 'Shared funds' }),
  done: ({ sequence }, { parameters: { partnershipId } }) => recordedAt(sharedFundsPath(partnershipId), sequence),
});

const fundStep = (today: PlainDate, funders: KnownFunders): Step => ({
  title: 'The fund',
  fields: [
    { kind: 'line', name: 'title', label: 'Title of the fund' },
    funderField(funders),
    { kind: 'line', name: 'heldBy', label: 'Who holds the money' },
    { kind: 'money', name: 'totalAmount', label: 'Total of the fund, for all areas and years' },
    {
      kind: 'rows',
      name: 'financialYears',
      label: 'Financial years',
      item: 'Financial year',
      fields: [
        { kind: 'choice', look: 'list', name: 'year', label: 'Year that it is for', options: yearOptions(today) },
      ],
    },
  ],
});

const areaFields: readonly Field[] = [
  { kind: 'line', name: 'name', label: 'Name of the area' },
  {
    kind: 'money',
    name: 'amount',
    label: 'Share of the area',
    hint: 'Left empty, it is shown as not stated.',
    isOptional: true,
  },
];

const areasStep: Step = {
  title: 'The areas',
  fields: [
    { kind: 'whole', name: 'areaCount', label: 'How many areas share it', isOptional: true },
    {
      kind: 'rows',
      name: 'areas',
      label: 'Areas that are named',
      isOptional: true,
      item: 'Area',
      most: 50,
      fields: areaFields,
    },
    { kind: 'line', name: 'source', label: 'Source', hint: 'The paper that says so.', isOptional: true },
    noteField,
  ],
};

/** Each year is a row of the form, and a text in the request. */
function withYears({ financialYears, ...answers }: Record<string, unknown>): Record<string, unknown> {
  const rows: readonly unknown[] = Array.isArray(financialYears) ? financialYears : [];
  const yearIn = (row: unknown): unknown => (typeof row === 'object' && row !== null && 'year' in row ? row.year : row);
  return { ...answers, financialYears: rows.map(yearIn) };
}
