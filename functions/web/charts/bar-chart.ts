import { rowGraphics, writing } from './bar-graphics.ts';
import { keyLayout, keyOf } from './bar-key.ts';
import { type Bar, type BarLayout, barHeight, barLayout, fonts } from './bar-layout.ts';
import { type BarScale, barScale } from './bar-scale.ts';
import { drawn, type Size } from './draw.ts';

/** What bars consist of. Told apart by its pattern too, and by figures that say it in words: never by colour alone. */
export type Part = { readonly label: string; readonly colour: string; readonly pattern?: object };

export type Chart = {
  /** In the order of the bars' lengths. */
  readonly parts: readonly Part[];
  readonly bars: readonly Bar[];
  /** What is said where there are no bars. */
  readonly none: string;
};

/** As broad as the text of a page. On a narrow screen, an image of that screen's width stays legible. */
export const usualWidth = 640;

const saying = 30;

/** Horizontal bars, each with its name above it and its figures at its end. */
export function barChart(chart: Chart, width: number): string {
  const { parts, bars, none } = chart;
  if (bars.length === 0) return drawn({ graphic: [writing(none, fonts.figure, 0, saying / 2)] }, sizeOf(chart, width));
  const layout = laidOut(chart, width);
  const scale = barScale(bars);
  return drawn(
    {
      // Without it there are no patterns; what it says is said by the page.
      aria: { enabled: true, label: { enabled: false } },
      grid: gridOf(layout, bars.length),
      xAxis: { type: 'value', show: false, min: -scale.left, max: scale.right },
      yAxis: { type: 'category', show: false, inverse: true, data: bars.map((_, row) => String(row)) },
      series: parts.map((part, place) => seriesOf(part, place, bars, scale)),
      legend: keyOf(chart, width),
      graphic: bars.flatMap((bar, row) => rowGraphics(bar, row, layout, scale)),
    },
    layout,
  );
}

export function sizeOf(chart: Chart, width: number): Size {
  return { width, height: chart.bars.length === 0 ? saying : laidOut(chart, width).height };
}

const laidOut = (chart: Chart, width: number): BarLayout =>
  barLayout(chart.bars, width, keyLayout(chart, width).height);

/** The library puts each bar into the middle of as much height as there is for a row. */
function gridOf({ barAt, pitch, plot, width, height }: BarLayout, count: number): object {
  const top = barAt(0) - pitch / 2;
  return { left: 0, right: width - plot, top, bottom: height - top - pitch * count, outerBoundsMode: 'none' };
}

const seriesOf = (
  { label, colour, pattern }: Part,
  place: number,
  bars: readonly Bar[],
  { share }: BarScale,
): object => ({
  type: 'bar',
  name: label,
  stack: 'bar',
  barWidth: barHeight,
  silent: true,
  emphasis: { disabled: true },
  itemStyle: {
    color: colour,
    ...(pattern === undefined ? {} : { borderColor: colour, borderWidth: 2, decal: pattern }),
  },
  data: bars.map(({ lengths }) => {
    const length = lengths[place];
    return length === undefined || length.isZero() ? '-' : share(length);
  }),
});
