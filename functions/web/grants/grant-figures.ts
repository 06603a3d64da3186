import type { Span, Text } from '../page/text.ts';
import { money, name } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { grantAmount, type ShownGrant } from './grant-words.ts';
import { lateAmount } from './instalment-standing.ts';
import type { WholeGrant } from './read-grant.ts';

// More are read in their table.
const mostShown = 4;

/** Gross less top-slices is net, of which so much was received. */
export function grantFigures({ grant, topSlices, today }: WholeGrant): Block {
  const standing = topSlices.filter(({ reversedBy }) => reversedBy === undefined);
  const late = lateAmount(grant, today);
  const purposes = standing.flatMap(({ purpose, amount }, place): Span[] => [
    ...(place === 0 ? [] : ['; ']),
    name(purpose),
    ' ',
    money(amount),
  ]);
  return {
    kind: 'figures',
    items: [
      { label: 'Gross', value: grantAmount(grant.grossAmount, grant) },
      figure('Top-sliced', money(grant.topSlicedAmount), standing.length > mostShown ? [] : purposes),
      { label: 'Net', value: grantAmount(grant.netAmount, grant) },
      { label: 'Received', value: money(grant.receivedAmount) },
      figure('Outstanding', money(grant.outstandingAmount), late.isZero() ? [] : [money(late), ' is late']),
    ],
  };
}

const figure = (label: string, value: Text, detail: readonly Span[]) => ({
  label,
  value,
  ...(detail.length > 0 && { detail }),
});

/** Whether anything more can be received of it, or kept at source. */
export const isOutstanding = ({ reversedOn, outstandingAmount }: ShownGrant): boolean =>
  reversedOn === undefined && outstandingAmount.isPositive();
