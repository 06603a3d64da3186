import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import { money, type Text } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { approvedOf, askedOf, committedOf, type WholeAward } from './award.ts';

/** What was asked, approved, paid and refunded, and what is still committed. */
export function figuresOf(award: WholeAward): Block {
  const { variation, releasedAmount } = award;
  const asked = variation && ['The variation asks for ', money(variation.amountRequested)];
  const released = releasedAmount.isPositive() ? [money(releasedAmount), ' was released'] : undefined;
  return {
    kind: 'figures',
    items: [
      { label: 'Asked', value: askedOf(award), ...detailOf(asked) },
      { label: 'Approved', value: approvedOf(award) },
      { label: 'Paid', value: money(award.paidAmount, isIllustrative(award, 'award-paid')) },
      { label: 'Refunded', value: money(award.refundedAmount, isIllustrative(award, 'award-refunded')) },
      { label: 'Committed', value: committedOf(award), ...detailOf(released) },
    ],
  };
}

const detailOf = (detail: Text | undefined) => (detail === undefined ? {} : { detail });

/** Whether a sum holds anything that the source doesn't give. */
const isIllustrative = ({ history }: WholeAward, wanted: 'award-paid' | 'award-refunded'): boolean =>
  history.some(
    ({ type, facts: { note }, reversedBy }) =>
      type === wanted && reversedBy === undefined && typeof note === 'string' && illustrativePart(note) !== undefined,
  );
