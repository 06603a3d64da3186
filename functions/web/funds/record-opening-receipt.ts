import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { money } from '../page/text.ts';
import { backToFund, pathOfFund } from './fund-paths.ts';
import { settledFunderField } from './opening-funders.ts';
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
        opening === undefined
          ? []
          : [{ kind: 'inset', text: ['Still to be received of the opening balance: ', money(opening.outstanding)] }],
      fields: [
        settledFunderField(opening?.receivables ?? []),
        { kind: 'money', name: 'amount', label: 'Amount received' },
        {
          kind: 'date',
          name: 'receivedOn',
          label: 'Date received',
          hint: 'The date on the bank statement, such as 27 3 2018.',
        },
        { kind: 'line', name: 'bankReference', label: 'Bank reference', width: 20 },
        {
          kind: 'money',
          name: 'bankTotal',
          label: 'Total of the bank credit',
          hint: 'Only where one credit covers several receipts: say the same total on each.',
          isOptional: true,
        },
        noteField,
      ],
    },
  ],
  questionOf: {
    'receipt-exceeds-outstanding': 'amount',
    'duplicate-bank-reference': 'bankReference',
    'date-out-of-order': 'receivedOn',
    'year-closed': 'receivedOn',
  },
  button: 'Record the receipt',
  back: backToFund,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfFund(parameters), sequence),
});
