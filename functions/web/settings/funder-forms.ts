import { formPage } from '../form/form-page.ts';
import { idOf } from '../form/slug.ts';
import { knownFunders } from '../grants/funder-questions.ts';
import { doneAt } from '../page/done.ts';
import { funderPath } from '../page/paths.ts';
import { firstNameIn, funderFields, funderIdField, funderValues, recordedFunder, takenBy } from './funder-questions.ts';
import { backToFunders } from './settings-paths.ts';

/** A funder before its first grant. Its id stays; its names may change. */
export const addFunderPage = formPage({
  path: '/partnerships/{partnershipId}/funders/new',
  operation: 'putFunder',
  load: knownFunders,
  title: 'Add a funder',
  steps: () => [{ title: 'The funder', fields: [...funderFields, funderIdField] }],
  parameters: ({ parameters: { partnershipId } }, { id, names }) => ({
    partnershipId,
    funderId: idOf(id, firstNameIn(names), '/id'),
  }),
  body: ({ id: given, ...answers }, { names }) => {
    const id = idOf(given, firstNameIn(answers['names']), '/id');
    const known = names.get(id);
    if (known !== undefined) throw takenBy(id, known);
    return answers;
  },
  questionOf: { 'revision-required': 'id', 'revision-mismatch': 'id', 'year-closed': 'note' },
  button: 'Add the funder',
  back: backToFunders,
  done: ({ id }, { parameters: { partnershipId } }) => doneAt(funderPath(partnershipId, id), 'funder-named'),
});

/** Its names over time: a grant keeps the name that held when it was agreed. */
export const changeFunderPage = formPage({
  path: '/partnerships/{partnershipId}/funders/{funderId}/edit',
  operation: 'putFunder',
  load: ({ api, parameters }) => api.readTagged('getFunder', parameters),
  etag: ({ etag }) => etag,
  title: 'Change a funder’s names',
  caption: ({ answer: { names } }) => names.at(-1)?.name ?? '',
  start: ({ answer }) => funderValues(answer),
  steps: ({ answer }) => [{ title: 'The funder', blocks: recordedFunder(answer), fields: funderFields }],
  questionOf: { 'year-closed': 'names' },
  button: 'Change the funder',
  back: ({ parameters: { partnershipId, funderId } }) => ({
    href: funderPath(partnershipId, funderId),
    text: 'The funder',
  }),
  done: ({ id }, { parameters: { partnershipId } }) => doneAt(funderPath(partnershipId, id), 'funder-named'),
});
