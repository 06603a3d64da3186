import { ApiProblem } from '../api/api-problem.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { name } from '../page/text.ts';
import { backToGrant, doneAtGrant } from './grant-page-of.ts';

/** A condition was met: until that is recorded, statements list it. */
export const meetConditionPage = formPage({
  path: '/partnerships/{partnershipId}/grants/{grantId}/conditions/{condition}/met',
  operation: 'meetCondition',
  load: async ({ api, parameters: { partnershipId, grantId, condition } }) => {
    const { title, conditions } = await api.read('getGrant', { partnershipId, grantId });
    const met = conditions.find(({ number }) => String(number) === condition);
    if (met === undefined) throw new ApiProblem(404, {});
    return { title, ...met };
  },
  title: ({ number }) => `Record condition ${number} as met`,
  caption: ({ title }) => title,
  steps: ({ text }) => [
    {
      title: 'How it was met',
      blocks: [{ kind: 'inset', text: name(text) }],
      fields: [
        { kind: 'date', name: 'metOn', label: 'Date on which it was met', hint: 'Such as 27 3 2018.' },
        {
          kind: 'prose',
          name: 'evidence',
          label: 'Evidence',
          hint: 'What shows that it was met, such as the funder’s letter and its date.',
          rows: 3,
        },
        noteField,
      ],
    },
  ],
  questionOf: { 'year-closed': 'metOn' },
  button: 'Record the condition as met',
  back: backToGrant,
  done: doneAtGrant,
});
