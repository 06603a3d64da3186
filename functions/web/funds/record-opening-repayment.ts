import { aboutCashPaid, cashPaid } from '../form/bank-movement.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { backToFund, pathOfFund } from './fund-paths.ts';
import { nothingOwed, settledFunderField } from './opening-funders.ts';
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
      blocks: nothingOwed(opening?.repayables ?? []),
      fields: [settledFunderField(opening?.repayables ?? []), ...cashPaid('Amount repaid')],
    },
  ],
  questionOf: { 'repayment-exceeds-owed': 'amount', ...aboutCashPaid },
  button: 'Record the repayment',
  back: backToFund,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfFund(parameters), sequence),
});
