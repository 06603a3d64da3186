import type { Money } from '../../../domain/money.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { amountOf } from '../page/records.ts';
import { money, name, type Span } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import type { Fund, ListedAward } from './meeting-records.ts';

/** What is free in the fund now, and what would be after what is asked is approved in full. */
export function fundFigures(fund: Fund, award: ListedAward, asked: Money | undefined): Block {
  const end = `, at the end of ${yearInProse(fund.financialYear)}`;
  const now = {
    label: 'Uncommitted now',
    value: money(fund.uncommitted),
    detail: [name(fund.name), end],
  };
  return {
    kind: 'figures',
    items: [
      { label: 'Asked', value: asked === undefined ? 'Not stated' : amountOf(asked, award) },
      now,
      { label: 'After approving in full', ...after(fund, award, asked) },
    ],
  };
}

/** What was approved and paid before counts already. */
function after(
  { uncommitted }: Fund,
  award: ListedAward,
  asked: Money | undefined,
): { readonly value: Span; readonly detail?: string } {
  if (asked === undefined) return { value: 'Not known', detail: 'No amount is asked: it is to be confirmed.' };
  const left = uncommitted.minus(asked.minus(award.paidAmount).minus(award.committedAmount));
  return { value: money(left), ...(left.isNegative() && { detail: 'More than is uncommitted in the fund.' }) };
}
