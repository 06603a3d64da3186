import { aboutCashReceived, cashReceived } from '../form/bank-movement.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { money } from '../page/text.ts';
import { backToFund, pathOfFund } from './fund-paths.ts';
import { nothingOwed, settledFunderField } from './opening-funders.ts';
import { readFundAndOpening } from './read-fund.ts';

/** Cash from a funder that owed it already when the partnership joined. */
export const recordOpeningReceiptPage = formPage({
  path: '/partnerships/{partnershipId}/funds/{fundId}/opening-balance/receipts/new',
  operation: 'recordOpeningReceipt',
  load: readFundAndOpening,
  title: 'Record money owed from before',
  caption: ({ fund }) => fund.name,
  steps: ({ opening }) => [
    {
      title: 'What was received',
      blocks:
        opening === undefined || opening.receivables.length === 0
          ? nothingOwed([])
          : [{ kind: 'inset', text: ['Still to be received of the opening balance: ', money(opening.outstanding)] }],
      fields: [settledFunderField(opening?.receivables ?? []), ...cashReceived('Amount received')],
    },
  ],
  questionOf: {
    'receipt-exceeds-outstanding': 'amount',
    ...aboutCashReceived,
  },
  button: 'Record the receipt',
  back: backToFund,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfFund(parameters), sequence),
});
