import { type Field, noteField } from './field.ts';

/** What is asked of money that came into the bank. */
export const cashReceived = (amountLabel: string): Field[] => [
  { kind: 'money', name: 'amount', label: amountLabel },
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
];

/** Which of those a refusal is about, whatever the money was for. */
export const aboutCashReceived = {
  'duplicate-bank-reference': 'bankReference',
  'date-out-of-order': 'receivedOn',
  'year-closed': 'receivedOn',
} as const;

/** What is asked of money that went out. */
export const cashPaid = (amountLabel: string, referenceHint?: string): Field[] => [
  { kind: 'money', name: 'amount', label: amountLabel },
  { kind: 'date', name: 'paidOn', label: 'Date paid', hint: 'The date on the bank statement, such as 30 4 2018.' },
  {
    kind: 'line',
    name: 'paymentReference',
    label: 'Payment reference',
    width: 20,
    ...(referenceHint !== undefined && { hint: referenceHint }),
  },
  noteField,
];

export const aboutCashPaid = { 'date-out-of-order': 'paidOn', 'year-closed': 'paidOn' } as const;
