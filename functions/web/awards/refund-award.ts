import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { money } from '../page/text.ts';
import { awardTitle, doneAtAward, loadAward, toAward } from './of-award.ts';

/** Money back from the recipient. */
export const refundAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/refunds/new',
  operation: 'refundAward',
  load: loadAward,
  title: 'Record a refund',
  caption: awardTitle,
  steps: ({ paidAmount, refundedAmount }) => [
    {
      title: 'What came back',
      blocks: [
        { kind: 'inset', text: ['Paid and not come back yet: ', money(paidAmount.minus(refundedAmount))] },
        { kind: 'paragraph', text: 'A refund lowers what was spent. It does not commit the money to the award again.' },
      ],
      fields: [
        { kind: 'money', name: 'amount', label: 'Amount refunded' },
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
    'refund-exceeds-paid': 'amount',
    'duplicate-bank-reference': 'bankReference',
    'date-out-of-order': 'receivedOn',
    'year-closed': 'receivedOn',
  },
  button: 'Record the refund',
  back: toAward,
  done: doneAtAward,
});
