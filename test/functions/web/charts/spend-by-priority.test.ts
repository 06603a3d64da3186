import { describe, expect, it } from 'vitest';
import { Money } from '../../../../domain/money.ts';
import { spendByPriority, spendByPrioritySize } from '../../../../functions/web/charts/spend-by-priority.ts';
import { barsIn, textsIn } from './drawing.ts';

const items = [
  { name: 'Promoting road safety', amount: Money.zero },
  { name: 'Protecting vulnerable people', amount: Money.parse('3850.00') },
  { name: 'Tackling rural crime', amount: Money.parse('-30.00') },
];

describe('the spending by priority', () => {
  it('names each priority and what went to it, without a key', () => {
    expect(textsIn(spendByPriority(items))).toEqual([
      'Promoting road safety',
      '£0.00',
      'Protecting vulnerable people',
      '£3,850.00',
      'Tackling rural crime',
      '-£30.00',
    ]);
  });

  it('has a bar for what was spent, and one to the other side where more came back', () => {
    const widths = barsIn(spendByPriority(items), '#1d70b8').map(({ width }) => width);

    expect(widths).toHaveLength(2);
    expect(widths[0]).toBeGreaterThan(400);
    expect(widths[1]).toBeLessThan(0);
  });

  it('has figures at the ends of bars on a narrow screen too', () => {
    const svg = spendByPriority(items, 320);

    const [, x = ''] = /translate\(([\d.]+) [\d.]+\)" fill="#0b0c0c">£3,850.00/.exec(svg) ?? [];
    expect(Number(x)).toBeGreaterThan(200);
    expect(svg).toContain(`height="${spendByPrioritySize(items, 320).height}"`);
  });

  it('is drawn where nothing was spent, and where there are no priorities', () => {
    expect(textsIn(spendByPriority([{ name: 'A', amount: Money.zero }]))).toEqual(['A', '£0.00']);
    expect(textsIn(spendByPriority([]))).toEqual(['There are no priorities.']);
  });
});
