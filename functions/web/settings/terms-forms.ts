import { earliestDate } from '../../../domain/plain-date.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { formPage } from '../form/form-page.ts';
import { doneAt } from '../page/done.ts';
import type { Visit } from '../page/page.ts';
import { backToSettings, settingsPath } from './settings-paths.ts';
import { effectiveFromField, recordedTerms, termsFields, termsValues } from './terms-questions.ts';
import { inForceOn } from './terms-table.ts';

const toSettings = (_: unknown, { parameters }: Pick<Visit<`/partnerships/{partnershipId}${string}`>, 'parameters'>) =>
  doneAt(settingsPath(parameters.partnershipId), 'terms-set');

/** Terms of reference from a date on; they begin with what is in force today. */
export const addTermsPage = formPage({
  path: '/partnerships/{partnershipId}/settings/terms-of-reference/new',
  operation: 'putTermsOfReference',
  load: async ({ api, parameters, today }) => {
    const [partnership, terms] = await Promise.all([
      api.read('getPartnership', parameters),
      api.all('listTermsOfReference', parameters),
    ]);
    return { partnership, terms, inForce: inForceOn(terms, today) };
  },
  title: 'Set new terms of reference',
  start: ({ inForce }) => (inForce === undefined ? [] : termsValues({ ...inForce, note: undefined })),
  steps: ({ partnership }) => [{ title: 'The terms', fields: [effectiveFromField, ...termsFields(partnership)] }],
  parameters: ({ parameters: { partnershipId } }, { effectiveFrom }) => ({
    partnershipId,
    effectiveFrom: String(effectiveFrom),
  }),
  body: ({ effectiveFrom, ...answers }, { terms }) => {
    if (terms.some((one) => one.effectiveFrom === effectiveFrom)) throw alreadySet;
    return answers;
  },
  questionOf: {
    'already-exists': effectiveFromField.name,
    'terms-relied-on': effectiveFromField.name,
    'quorum-out-of-reach': 'quorum',
    'year-closed': 'note',
  },
  button: 'Set the terms of reference',
  back: backToSettings,
  done: toSettings,
});

const alreadySet = new ApiProblem(409, {
  code: 'already-exists',
  detail: 'Terms of reference from that date are set already. Change those in the settings, or choose another date.',
});

/** Terms that nothing has relied on yet can be changed. */
export const changeTermsPage = formPage({
  path: '/partnerships/{partnershipId}/settings/terms-of-reference/{effectiveFrom}',
  operation: 'putTermsOfReference',
  load: async ({ api, parameters }) => {
    const [partnership, { answer: terms, etag }] = await Promise.all([
      api.read('getPartnership', { partnershipId: parameters.partnershipId }),
      api.readTagged('getTermsOfReference', parameters),
    ]);
    return { partnership, terms, etag };
  },
  etag: ({ etag }) => etag,
  title: 'Change the terms of reference',
  caption: ({ terms: { effectiveFrom: from } }) =>
    from === earliestDate ? 'In force from the beginning' : `In force from ${longDate(from)}`,
  start: ({ terms }) => termsValues(terms),
  steps: ({ partnership, terms }) => [
    { title: 'The terms', blocks: recordedTerms(terms), fields: termsFields(partnership) },
  ],
  questionOf: { 'quorum-out-of-reach': 'quorum', 'year-closed': 'note' },
  button: 'Change the terms of reference',
  back: backToSettings,
  done: toSettings,
});
