import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { backToReturns, doneAtReturns } from './returns-link.ts';

/** Money back from the funder, where more was repaid than was to be returned. */
export const refundRepaymentPage = formPage({
  path: '/partnerships/{partnershipId}/grants/{grantId}/repayment-refunds/new',
  operation: 'recordRepaymentRefund',
  load: ({ api, parameters }) => api.read('getGrant', parameters),
  title: 'Record a refund of a repayment',
  caption: ({ title }) => title,
  steps: () => [
    {
      title: 'What the funder paid back',
      fields: [
        { kind: 'money', name: 'amount', label: 'Amount refunded' },
        {
          kind: 'date',
          name: 'receivedOn',
          label: 'Date received',
          hint: 'The date on the bank statement, such as 30 5 2018.',
        },
        { kind: 'line', name: 'bankReference', label: 'Bank reference', width: 20 },
        noteField,
      ],
    },
  ],
  questionOf: {
    'repayment-exceeds-owed': 'amount',
    'duplicate-bank-reference': 'bankReference',
    'year-closed': 'receivedOn',
  },
  button: 'Record the refund',
  back: backToReturns,
  done: doneAtReturns,
});
