import { noteField } from '../form/field.ts';
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
      fields: [
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
  back: ({ parameters: { partnershipId, grantId } }) => ({
    href: grantPath(partnershipId, grantId),
    text: 'The grant',
  }),
  done: ({ sequence }, { parameters: { partnershipId, grantId } }) =>
    recordedAt(grantPath(partnershipId, grantId), sequence),
});
