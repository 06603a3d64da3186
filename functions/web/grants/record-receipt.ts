import { aboutCashReceived, cashReceived } from '../form/bank-movement.ts';
import { formPage } from '../form/form-page.ts';
import { grantPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import { money } from '../page/text.ts';

/** Cash from the funder. */
export const recordReceiptPage = formPage({
  path: '/partnerships/{partnershipId}/grants/{grantId}/receipts/new',
  operation: 'recordReceipt',
  load: ({ api, parameters }) => api.read('getGrant', parameters),
  title: 'Record money received',
  caption: ({ title }) => title,
  steps: ({ outstandingAmount }) => [
    {
      title: 'What was received',
      blocks: [{ kind: 'inset', text: ['Outstanding of this grant: ', money(outstandingAmount)] }],
      fields: [...cashReceived('Amount received')],
    },
  ],
  questionOf: {
    'receipt-exceeds-outstanding': 'amount',
    ...aboutCashReceived,
  },
  button: 'Record the receipt',
  back: ({ parameters: { partnershipId, grantId } }) => ({
    href: grantPath(partnershipId, grantId),
    text: 'The grant',
  }),
  done: ({ sequence }, { parameters: { partnershipId, grantId } }) =>
    recordedAt(grantPath(partnershipId, grantId), sequence),
});
