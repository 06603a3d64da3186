import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { backToFund, pathOfFund } from './fund-paths.ts';
import { settledFunderField } from './opening-funders.ts';
import { readFundAndOpening } from './read-fund.ts';

/** Money paid to a funder to whom it was owed already when the partnership joined. */
export const recordOpeningRepaymentPage = formPage({
  path: '/partnerships/{partnershipId}/funds/{fundId}/opening-balance/repayments/new',
  operation: 'recordOpeningRepayment',
  load: readFundAndOpening,
  title: 'Record a repayment owed from before',
  caption: ({ fund }) => fund.name,
  steps: ({ opening }) => [
    {
      title: 'What was repaid',
      fields: [
        settledFunderField(opening?.repayables ?? []),
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
  questionOf: { 'repayment-exceeds-owed': 'amount', 'date-out-of-order': 'paidOn', 'year-closed': 'paidOn' },
  button: 'Record the repayment',
  back: backToFund,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfFund(parameters), sequence),
});
