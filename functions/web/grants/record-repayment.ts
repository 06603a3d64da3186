import { aboutCashPaid, cashPaid } from '../form/bank-movement.ts';
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
      fields: [...cashPaid('Amount repaid')],
    },
  ],
  questionOf: { 'repayment-exceeds-owed': 'amount', ...aboutCashPaid },
  button: 'Record the repayment',
  back: backToReturns,
  done: doneAtReturns,
});
