import { type Bar, type BarLayout, barHeight, fonts, gap } from './bar-layout.ts';
import type { BarScale } from './bar-scale.ts';
import { type ChartFont, cssFont, ink } from './chart-text.ts';

/** One line of text, from its left and the middle of its height. */
export const writing = (text: string, font: ChartFont, x: number, y: number, fill = ink): object => ({
  type: 'text',
  x,
  y,
  silent: true,
  style: { text, font: cssFont(font), fill, align: 'left', verticalAlign: 'middle' },
});

/** What stands beside a bar: its name, its figures, and the line from which it starts. */
export function rowGraphics(bar: Bar, row: number, layout: BarLayout, scale: BarScale): object[] {
  const { names, nameAt, figureAt, barAt, plot, isBeside } = layout;
  const left = isBeside ? scale.end(bar) * plot + gap : 0;
  return [
    ...(names[row] ?? []).map((text, line) => writing(text, fonts.name, 0, nameAt(row, line))),
    ...bar.figures.map(({ text, colour }, line) => writing(text, fonts.figure, left, figureAt(row, line), colour)),
    zeroLine(scale.zero * plot, barAt(row)),
  ];
}

const overhang = 3;

/** To its right is what there is, to its left what is lacking. */
function zeroLine(zero: number, middle: number): object {
  const x = Math.max(1, Math.round(zero));
  const reach = barHeight / 2 + overhang;
  return {
    type: 'line',
    z: 10,
    silent: true,
    shape: { x1: x, y1: middle - reach, x2: x, y2: middle + reach },
    style: { stroke: ink, lineWidth: 2 },
  };
}
