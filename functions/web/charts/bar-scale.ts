import type { Money } from '../../../domain/money.ts';
import type { Bar } from './bar-layout.ts';

export type BarScale = {
  /** How far the longest bars reach to either side of nothing. */
  readonly left: number;
  readonly right: number;
  readonly share: (length: Money) => number;
  /** Where nothing is, and where a bar ends to the right, from 0 at the far left to 1 at the far right. */
  readonly zero: number;
  readonly end: (bar: Bar) => number;
};

/** However little it is, it is seen. */
const least = 0.006;

/** Lengths are for the eye, and may be rounded: figures are written from the amounts themselves. */
export function barScale(bars: readonly Bar[]): BarScale {
  const most = Math.max(0, ...bars.flatMap(({ lengths }) => lengths.map(({ text }) => Math.abs(Number(text)))));
  const share = (length: Money): number => {
    if (length.isZero()) return 0;
    const part = Number(length.text) / most;
    return Math.sign(part) * Math.max(least, rounded(Math.abs(part)));
  };
  const reach = ({ lengths }: Bar, side: 1 | -1): number =>
    lengths.reduce((sum, length) => sum + Math.max(0, side * share(length)), 0);
  const left = Math.max(0, ...bars.map((bar) => reach(bar, -1)));
  const right = Math.max(left === 0 ? 1 : 0, ...bars.map((bar) => reach(bar, 1)));
  const whole = left + right;
  return { left, right, share, zero: left / whole, end: (bar) => (left + reach(bar, 1)) / whole };
}

const rounded = (part: number): number => Math.round(part * 1e6) / 1e6;
