import { type Field, noteField, type Option } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { orNothing } from '../form/options.ts';
import { funderField } from './funder-questions.ts';
import { kindWords, natureWords, underspendWords } from './grant-words.ts';
import { instalmentsField } from './instalment-questions.ts';
import type { NewGrant } from './record-grant.ts';
import { topSliceFields } from './top-slice-questions.ts';
import { yearOptions } from './year-options.ts';

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

export const grantStep = ({ today, funds, funders }: NewGrant): Step => ({
  title: 'Who gives what',
  fields: [
    { kind: 'choice', name: 'kind', label: 'Kind of grant', options: optionsOf(kindWords) },
    { kind: 'line', name: 'title', label: 'Title of the grant', hint: 'Such as Core funding 2017/18.' },
    funderField(funders),
    { kind: 'choice', name: 'fundId', label: 'Fund that it goes into', options: funds },
    {
      kind: 'choice',
      look: 'list',
      name: 'financialYear',
      label: 'Financial year',
      hint: 'The whole grant is income of this year, also where its period is longer.',
      options: yearOptions(today),
    },
    {
      kind: 'line',
      name: 'reference',
      label: 'Reference of the agreement',
      hint: 'As on the funder’s letter.',
      width: 20,
    },
    { kind: 'date', name: 'agreedOn', label: 'Date agreed', hint: 'Such as 3 4 2017.' },
  ],
});

export const moneyStep: Step = {
  title: 'Money',
  fields: [
    {
      kind: 'money',
      name: 'grossAmount',
      label: 'Gross amount',
      hint: 'What is allocated in all, before the funder keeps anything at source.',
    },
    {
      kind: 'rows',
      name: 'topSlices',
      label: 'Top-slices',
      hint: 'What the funder keeps at source. It never reaches the bank.',
      isOptional: true,
      item: 'Top-slice',
      most: 50,
      fields: topSliceFields,
    },
    {
      kind: 'money',
      name: 'statedTotal',
      label: 'Total that the paper states',
      hint: 'Only where it differs from the gross amount. It is kept as stated, beside the difference.',
      isOptional: true,
    },
  ],
};

/** What holds of a grant besides its amount; a variation may change it. */
export const periodFields: readonly Field[] = [
  { kind: 'date', name: 'fundingPeriod.start', label: 'Funding period starts on', isOptional: true },
  { kind: 'date', name: 'fundingPeriod.end', label: 'Funding period ends on', isOptional: true },
];
export const underspendField = (none: string): Field => ({
  kind: 'choice',
  look: 'list',
  name: 'underspend',
  label: 'What happens to an underspend',
  options: orNothing(optionsOf(underspendWords), none),
  isOptional: true,
});

export const termsStep: Step = {
  title: 'Terms',
  fields: [
    ...periodFields,
    underspendField('Not stated'),
    {
      kind: 'choice',
      look: 'list',
      name: 'nature',
      label: 'Revenue or capital',
      hint: 'Only if the agreement says. The fund’s own otherwise; the two never mix.',
      options: orNothing(optionsOf(natureWords), 'As the fund'),
      isOptional: true,
    },
    { kind: 'lines', name: 'conditions', label: 'Conditions', hint: 'One on each line.', isOptional: true },
    instalmentsField('None are stated'),
    noteField,
  ],
};
