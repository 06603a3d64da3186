import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { backToReturns, doneAtReturns } from './returns-link.ts';

/** Money paid back to the funder, out of what closing a year returned. */
export const recordRepaymentPage = formPage({
  path: '/partnerships/{partnershipId}/grants/{grantId}/repayments/new',
  operation: 'recordRepayment',
  load: ({ api, parameters }) => api.read('getGrant', parameters),
  title: 'Record a repayment to the funder',
  caption: ({ title }) => title,
  steps: () => [
    {
      title: 'What was repaid',
      fields: [
        { kind: 'money', name: 'amount', label: 'Amount repaid' },
        {
          kind: 'date',
          name: 'paidOn',
          label: 'Date paid',
          hint: 'The date on the bank statement, such as 30 4 2018.',
        },
        { kind: 'line', name: 'paymentReference', label: 'Payment reference', width: 20 },
        noteField,
      ],
    },
  ],
  questionOf: { 'repayment-exceeds-owed': 'amount', 'year-closed': 'paidOn' },
  button: 'Record the repayment',
  back: backToReturns,
  done: doneAtReturns,
});
