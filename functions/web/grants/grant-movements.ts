import { Money } from '../../../domain/money.ts';
import { amountOf } from '../page/records.ts';
import { date, money, name, type Span, tag } from '../page/text.ts';
import { entryCell, isStanding, type Table, withNotes } from './grant-table.ts';
import { grantAmount } from './grant-words.ts';
import { type InstalmentStanding, instalmentStandings } from './instalment-standing.ts';
import type { WholeGrant } from './read-grant.ts';
import { changesText } from './variation-words.ts';

/** What the funder keeps at source: agreed with the grant, or notified later. */
export function topSliceTable({ grant, topSlices, partnershipId }: WholeGrant): Table {
  const agreed = new Set(grant.topSlices.map(({ id }) => id));
  const table: Table = {
    kind: 'table',
    caption: 'Top-slices',
    empty: 'Nothing is kept at source: the net amount is the gross amount.',
    columns: [
      { label: 'Purpose' },
      { label: 'Amount', isNumeric: true },
      { label: 'Notified' },
      { label: 'Reference' },
      { label: 'Journal' },
    ],
    rows: topSlices.map((one) => [
      [name(one.purpose), ...(one.description === undefined ? [] : [': ', name(one.description)])],
      agreed.has(one.id) ? grantAmount(one.amount, grant) : amountOf(one.amount, one),
      agreed.has(one.id) ? 'With the grant' : date(one.notifiedOn),
      name(one.reference),
      entryCell(partnershipId, one),
    ]),
    foot: ['Total', money(grant.topSlicedAmount), '', '', ''],
  };
  return withNotes(table, topSlices);
}

export const instalmentTable = ({ grant, today }: WholeGrant): Table => ({
  kind: 'table',
  caption: 'Instalments',
  empty: 'No instalments are stated.',
  columns: [
    { label: 'Due' },
    { label: 'Amount', isNumeric: true },
    { label: 'Received', isNumeric: true },
    { label: 'Standing' },
  ],
  rows: instalmentStandings(grant, today).map((one) => [
    date(one.dueOn),
    grantAmount(one.amount, grant),
    money(one.received),
    grant.reversedOn === undefined ? standingTag(one) : tag('Reversed'),
  ]),
  foot: ['Total', money(grant.netAmount), money(grant.receivedAmount), ''],
});

function standingTag({ standing, received }: InstalmentStanding): Span[] {
  const part: Span[] = standing !== 'received' && received.isPositive() ? [' ', 'received in part'] : [];
  if (standing === 'late') return [tag('Late', 'red'), ...part];
  return standing === 'received' ? [tag('Received', 'green')] : [tag('Not yet due', 'blue'), ...part];
}

export function receiptTable({ receipts, partnershipId }: WholeGrant): Table {
  const inOrder = receipts.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
  const table: Table = {
    kind: 'table',
    caption: 'Receipts',
    empty: 'Nothing has been received yet.',
    columns: [
      { label: 'Received on' },
      { label: 'Amount', isNumeric: true },
      { label: 'Bank reference' },
      { label: 'Journal' },
    ],
    rows: inOrder.map((receipt) => [
      date(receipt.receivedOn),
      amountOf(receipt.amount, receipt),
      [
        name(receipt.bankReference),
        ...(receipt.bankTotal === undefined ? [] : [', of a credit of ', money(receipt.bankTotal)]),
      ],
      entryCell(partnershipId, receipt),
    ]),
    foot: ['Total', money(Money.sum(receipts.filter(isStanding).map(({ amount }) => amount))), '', ''],
  };
  return withNotes(table, inOrder);
}

export function variationTable({ variations, partnershipId }: WholeGrant): Table {
  const table: Table = {
    kind: 'table',
    caption: 'Variations',
    empty: 'The terms have not changed since the grant was agreed.',
    columns: [
      { label: 'Effective on' },
      { label: 'Reference' },
      { label: 'What changed' },
      { label: 'Reason' },
      { label: 'Journal' },
    ],
    rows: variations.map((one) => [
      date(one.effectiveOn),
      name(one.reference),
      changesText(one),
      name(one.reason),
      entryCell(partnershipId, one),
    ]),
  };
  return withNotes(table, variations);
}
