import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { money } from '../page/text.ts';
import { beforeAndAfter } from './before-and-after.ts';
import { backToGrant, doneAtGrant } from './grant-page-of.ts';
import { topSliceFields } from './top-slice-questions.ts';

/** What the funder says later that it keeps at source. */
export const notifyTopSlicePage = formPage({
  path: '/partnerships/{partnershipId}/grants/{grantId}/top-slices/new',
  operation: 'notifyTopSlice',
  load: ({ api, parameters }) => api.read('getGrant', parameters),
  title: 'Record a later top-slice',
  caption: ({ title }) => title,
  steps: ({ outstandingAmount }) => [
    {
      title: 'What is kept at source',
      blocks: [
        { kind: 'inset', text: ['Outstanding of this grant: ', money(outstandingAmount), '. Not more can be kept.'] },
      ],
      fields: [
        ...topSliceFields,
        { kind: 'date', name: 'notifiedOn', label: 'Date notified', hint: 'The date of the funder’s letter.' },
        { kind: 'line', name: 'reference', label: 'Reference of the letter', width: 20 },
        noteField,
      ],
    },
  ],
  effects: async ({ amount, grant }) => [
    beforeAndAfter([['Net amount', money(grant.netAmount.plus(amount)), money(grant.netAmount)]]),
  ],
  questionOf: {
    'top-slice-exceeds-outstanding': 'amount',
    'too-many-names': 'purpose',
    'date-out-of-order': 'notifiedOn',
    'year-closed': 'notifiedOn',
  },
  button: 'Record the top-slice',
  back: backToGrant,
  done: doneAtGrant,
});
