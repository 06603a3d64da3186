import { Money } from '../../../domain/money.ts';
import type { AnswerOf } from '../api/api.ts';
import { narrowWidth } from '../charts/narrow-width.ts';
import { type PrioritySpend, spendByPriority, spendByPrioritySize } from '../charts/spend-by-priority.ts';
import { money, name } from '../page/text.ts';
import type { Block } from '../page/view.ts';

type Awards = AnswerOf<'getStatement'>['awards'];
type Priority = { readonly id: string; readonly name: string };

/** What was spent on awards in the year, by the priorities that they serve; an award that serves two counts under each. */
export function spendingByPriority(awards: Awards, priorities: readonly Priority[]): PrioritySpend[] {
  const names = new Map(priorities.map((one) => [one.id, one.name]));
  const spent = new Map<string, Money>(priorities.map((one) => [one.name, Money.zero]));
  for (const { priorities: served, paidInYear, refundedInYear } of awards) {
    const amount = paidInYear.minus(refundedInYear);
    const labels = served.length === 0 ? ['No priority named'] : served.map((id) => names.get(id) ?? id);
    for (const label of labels) spent.set(label, (spent.get(label) ?? Money.zero).plus(amount));
  }
  return [...spent].map(([label, amount]) => ({ name: label, amount }));
}

export function priorityBlocks(items: readonly PrioritySpend[]): Block[] {
  const table: Block = {
    kind: 'table',
    caption: 'Spent on awards, by priority',
    empty: 'No priorities are set for this year, and no award was paid.',
    columns: [{ label: 'Priority' }, { label: 'Spent', isNumeric: true }],
    rows: items.map((item) => [name(item.name), money(item.amount)]),
  };
  if (items.length === 0) return [table];
  return [
    {
      kind: 'chart',
      alt: 'What was spent on awards by priority; the table below gives the same figures.',
      picture: { svg: spendByPriority(items), ...spendByPrioritySize(items) },
      narrow: { svg: spendByPriority(items, narrowWidth), ...spendByPrioritySize(items, narrowWidth) },
    },
    table,
    { kind: 'paragraph', look: 'hint', text: 'An award that serves two priorities counts under each.' },
  ];
}
