import { isToBeConfirmed } from '../../../domain/award/award.ts';
import { aboutCashPaid, cashPaid } from '../form/bank-movement.ts';
import { formPage } from '../form/form-page.ts';
import { money } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import type { WholeAward } from './award.ts';
import { awardTitle, doneAtAward, loadAward, toAward } from './of-award.ts';

/** Money to the recipient, all or in part. */
export const payAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/payments/new',
  operation: 'payAward',
  load: loadAward,
  title: 'Record a payment',
  caption: awardTitle,
  steps: (award) => [
    {
      title: 'What was paid',
      blocks: [committedBlock(award)],
      fields: [...cashPaid('Amount paid', 'Payments of one batch may have the same.')],
    },
  ],
  questionOf: {
    'payment-exceeds-commitment': 'amount',
    'amount-not-confirmed': 'amount',
    ...aboutCashPaid,
  },
  button: 'Record the payment',
  back: toAward,
  done: doneAtAward,
});

const committedBlock = (award: WholeAward): Block => ({
  kind: 'inset',
  text: isToBeConfirmed(award)
    ? 'The amount of this award is to be confirmed: nothing can be paid until a meeting sets it.'
    : ['Committed to this award and unpaid: ', money(award.committedAmount)],
});
