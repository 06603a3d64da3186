import type { Money } from '../../../domain/money.ts';
import { type ChartFont, nameLines, widthOf } from './chart-text.ts';
import type { Size } from './draw.ts';

export const fonts = {
  name: { size: 16, isBold: true },
  figure: { size: 14, isBold: false },
} satisfies Record<string, ChartFont>;

export type Figure = { readonly text: string; readonly colour?: string };

/** Whose bar it is, the parts that it consists of, and the figures that it shows, as people write them. */
export type Bar = { readonly name: string; readonly lengths: readonly Money[]; readonly figures: readonly Figure[] };

/** Heights are from the top of the chart to the middle of what stands there. */
export type BarLayout = Size & {
  readonly names: readonly (readonly string[])[];
  readonly nameAt: (row: number, line: number) => number;
  readonly barAt: (row: number) => number;
  readonly figureAt: (row: number, line: number) => number;
  /** From row to row. */
  readonly pitch: number;
  /** Whether figures stand at the ends of bars; under them, where that would leave bars too little room. */
  readonly isBeside: boolean;
  /** How broad the bars may be, from the one that reaches furthest to the left to the one furthest to the right. */
  readonly plot: number;
};

export const barHeight = 28;
export const gap = 10;
const nameHeight = 20;
const figureHeight = 18;
const [underName, underBar, underRow] = [6, 5, 20];

/** Figures at the ends of bars take no more than so much of the width. */
const mostBeside = 0.45;

/** Where everything stands in a chart of so many pixels, with so many kept free at its top. */
export function barLayout(bars: readonly Bar[], width: number, head: number): BarLayout {
  const names = bars.map(({ name }) => nameLines(name, fonts.name, width));
  const figures = mostOf(bars.map((bar) => bar.figures.length)) * figureHeight;
  const beside = mostOf(bars.flatMap((bar) => bar.figures.map(({ text }) => widthOf(text, fonts.figure)))) + gap;
  const isBeside = beside <= width * mostBeside;
  const body = isBeside ? Math.max(barHeight, figures) : barHeight;
  const toBody = mostOf(names.map(({ length }) => length)) * nameHeight + underName;
  const toFigures = toBody + (isBeside ? (body - figures) / 2 : body + underBar);
  const pitch = Math.max(toBody + body, toFigures + figures) + underRow;
  return {
    width,
    height: Math.ceil(head + bars.length * pitch),
    names,
    // Names stand on their bars, however many lines they have.
    nameAt: (row, line) =>
      head + row * pitch + toBody - underName - ((names[row]?.length ?? 0) - line - 0.5) * nameHeight,
    barAt: (row) => head + row * pitch + toBody + body / 2,
    figureAt: (row, line) => head + row * pitch + toFigures + (line + 0.5) * figureHeight,
    pitch,
    isBeside,
    plot: isBeside ? width - beside : width - 2,
  };
}

const mostOf = (numbers: readonly number[]): number => Math.max(0, ...numbers);
