import { entryPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { date, link, name, type Span, tag } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { factOf, type HistoryEntry } from './facts.ts';
import type { KnownAward } from './known-award.ts';

/** What was paid to the recipient, and what came back. */
export const movementsBlock = ({ award, partnershipId }: KnownAward): Block => ({
  kind: 'section',
  title: 'Payments and refunds',
  id: 'payments',
  blocks: [
    {
      kind: 'table',
      caption: 'Payments to the recipient and refunds from it',
      isCaptionHidden: true,
      empty: 'Nothing has been paid.',
      columns: [
        { label: 'Payment or refund' },
        { label: 'Date' },
        { label: 'Reference' },
        { label: 'Note' },
        { label: 'Amount', isNumeric: true },
      ],
      rows: award.history.flatMap((entry) => rowsOf(partnershipId, entry)),
    },
  ],
});

function rowsOf(partnershipId: string, entry: HistoryEntry): Row[] {
  const fact = factOf(entry);
  if (fact.type !== 'award-paid' && fact.type !== 'award-refunded') return [];
  const { amount, note } = fact.facts;
  const [what, on, reference] =
    fact.type === 'award-paid'
      ? (['Payment', fact.facts.paidOn, fact.facts.paymentReference] as const)
      : (['Refund', fact.facts.receivedOn, fact.facts.bankReference] as const);
  return [
    [
      [link(entryPath(partnershipId, entry.sequence), `${what}, entry ${entry.sequence}`), ...reversed(entry)],
      date(on),
      name(reference),
      note === undefined ? '' : name(note),
      amountOf(amount, { note }),
    ],
  ];
}

/** A reversed payment counts for nothing, and stays in the list. */
const reversed = ({ reversedBy }: HistoryEntry): Span[] =>
  reversedBy === undefined ? [] : [' ', tag('Reversed', 'red')];
