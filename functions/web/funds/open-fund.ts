import { type Field, noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { idOf, shortNameHint } from '../form/slug.ts';
import { natureWords } from '../grants/grant-words.ts';
import { doneAt } from '../page/done.ts';
import { fundPath } from '../page/paths.ts';
import { code } from '../page/text.ts';
import { fundsPath } from './fund-paths.ts';

/** Money that is to be kept together, and apart from other money. */
export const openFundPage = formPage({
  path: '/partnerships/{partnershipId}/funds/new',
  operation: 'openFund',
  load: async () => undefined,
  title: 'Open a fund',
  steps: () => [{ title: 'The fund', fields }],
  body: (answers) => ({ ...answers, id: idOf(answers['id'], answers['name'], '/id') }),
  effects: async ({ id }) => [{ kind: 'summary', rows: [{ label: 'Short name', value: code(id) }] }],
  questionOf: { 'already-exists': 'id' },
  button: 'Open the fund',
  back: ({ parameters: { partnershipId } }) => ({ href: fundsPath(partnershipId), text: 'Funds' }),
  done: ({ id }, { parameters: { partnershipId } }) => doneAt(fundPath(partnershipId, id), 'fund-opened'),
});

const fields: readonly Field[] = [
  { kind: 'line', name: 'name', label: 'Name of the fund' },
  {
    kind: 'choice',
    name: 'restriction',
    label: 'Restricted or not',
    options: [
      { value: 'unrestricted', text: 'Unrestricted', hint: 'For anything that the partnership is for.' },
      { value: 'restricted', text: 'Restricted', hint: 'For one purpose, which whoever gave the money set.' },
    ],
  },
  {
    kind: 'prose',
    name: 'purpose',
    label: 'Purpose of the fund',
    hint: 'A restricted fund says what it is for.',
    isOptional: true,
    rows: 3,
  },
  {
    kind: 'choice',
    name: 'nature',
    label: 'Revenue or capital',
    hint: 'The two never mix in a fund.',
    options: Object.entries(natureWords).map(([value, text]) => ({ value, text })),
  },
  {
    kind: 'whole',
    name: 'retentionYears',
    label: 'Years for which its records are kept',
    hint: 'After the year they are of. Six where nothing is said.',
    isOptional: true,
  },
  {
    kind: 'line',
    name: 'id',
    label: 'Short name of the fund',
    hint: `${shortNameHint} It cannot change later.`,
    isOptional: true,
    width: 20,
  },
  noteField,
];
