import { aboutCashReceived, cashReceived } from '../form/bank-movement.ts';
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
      fields: [...cashReceived('Amount refunded')],
    },
  ],
  questionOf: {
    'refund-exceeds-paid': 'amount',
    ...aboutCashReceived,
  },
  button: 'Record the refund',
  back: toAward,
  done: doneAtAward,
});
