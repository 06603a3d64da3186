import { Money } from '../../../domain/money.ts';
import { barChart, type Chart, sizeOf, usualWidth } from './bar-chart.ts';
import type { Figure } from './bar-layout.ts';
import type { Size } from './draw.ts';
import { colours, dots, stripes } from './palette.ts';

export type FundPosition = {
  readonly name: string;
  readonly closingBalance: Money;
  readonly committed: Money;
  /** Below nothing where more is committed than there is. */
  readonly uncommitted: Money;
};

/** What each fund has, and how much of it is promised: a picture of what the table beside it says. */
export const fundPositions = (funds: readonly FundPosition[], width = usualWidth): string =>
  barChart(chartOf(funds), width);

export const fundPositionsSize = (funds: readonly FundPosition[], width = usualWidth): Size =>
  sizeOf(chartOf(funds), width);

const chartOf = (funds: readonly FundPosition[]): Chart => ({
  parts: [
    { label: 'Committed', colour: colours.committed },
    { label: 'Uncommitted', colour: colours.uncommitted, pattern: stripes },
    { label: 'Over-committed', colour: colours.overCommitted, pattern: dots },
  ],
  bars: funds.map((fund) => ({ name: fund.name, lengths: lengthsOf(fund), figures: figuresOf(fund) })),
  none: 'There are no funds.',
});

const lengthsOf = ({ committed, uncommitted }: FundPosition): Money[] =>
  uncommitted.isNegative() ? [committed, Money.zero, uncommitted] : [committed, uncommitted, Money.zero];

const figuresOf = ({ closingBalance, committed, uncommitted }: FundPosition): Figure[] => [
  { text: `${closingBalance.toSterling()} balance` },
  { text: `${committed.toSterling()} committed` },
  uncommitted.isNegative()
    ? { text: `${uncommitted.negated().toSterling()} over-committed`, colour: colours.overCommitted }
    : { text: `${uncommitted.toSterling()} uncommitted` },
];
