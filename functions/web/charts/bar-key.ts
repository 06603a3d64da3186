import type { Chart, Part } from './bar-chart.ts';
import { fonts, gap } from './bar-layout.ts';
import { fontFamily, ink, widthOf } from './chart-text.ts';

const lineHeight = 24;
const swatch = { width: 28, height: 16 } as const;

type KeyLayout = { readonly parts: readonly Part[]; readonly isBroad: boolean; readonly height: number };

/** The key names what there is, where bars consist of more than one thing; in a column where a line has no room for it. */
export function keyLayout({ parts, bars }: Chart, width: number): KeyLayout {
  if (parts.length < 2) return { parts: [], isBroad: false, height: 0 };
  const shown = parts.filter((_, place) => bars.some(({ lengths }) => lengths[place]?.isZero() === false));
  const needed = shown.map(({ label }) => swatch.width + 4 * gap + widthOf(label, fonts.figure));
  const isBroad = needed.reduce((sum, one) => sum + one, 0) > width;
  const lines = isBroad ? shown.length : Math.min(1, shown.length);
  return { parts: shown, isBroad, height: lines === 0 ? 0 : lines * lineHeight + gap };
}

export function keyOf(chart: Chart, width: number): object {
  const { parts, isBroad } = keyLayout(chart, width);
  return {
    show: parts.length > 0,
    data: parts.map(({ label }) => label),
    icon: 'rect',
    orient: isBroad ? 'vertical' : 'horizontal',
    align: 'left',
    left: 0,
    top: 0,
    padding: [4, 1],
    itemWidth: swatch.width,
    itemHeight: swatch.height,
    itemGap: isBroad ? lineHeight - swatch.height : 3 * gap,
    selectedMode: false,
    textStyle: { color: ink, fontSize: fonts.figure.size, fontFamily },
  };
}
