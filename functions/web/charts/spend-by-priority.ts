import type { Money } from '../../../domain/money.ts';
import { barChart, type Chart, sizeOf, usualWidth } from './bar-chart.ts';
import type { Size } from './draw.ts';
import { colours } from './palette.ts';

export type PrioritySpend = { readonly name: string; readonly amount: Money };

/** What went to each priority; below nothing where more came back than was paid. */
export const spendByPriority = (items: readonly PrioritySpend[], width = usualWidth): string =>
  barChart(chartOf(items), width);

export const spendByPrioritySize = (items: readonly PrioritySpend[], width = usualWidth): Size =>
  sizeOf(chartOf(items), width);

const chartOf = (items: readonly PrioritySpend[]): Chart => ({
  parts: [{ label: 'Spent', colour: colours.spent }],
  bars: items.map(({ name, amount }) => ({ name, lengths: [amount], figures: [{ text: amount.toSterling() }] })),
  none: 'There are no priorities.',
});
