import { Money } from '../../../domain/money.ts';
import type { AnswerOf } from '../api/api.ts';
import { fundPositions, fundPositionsSize } from '../charts/fund-positions.ts';
import { narrowWidth } from '../charts/narrow-width.ts';
import { illustrativeHint } from '../page/illustrative.ts';
import { fundPath } from '../page/paths.ts';
import { link, money } from '../page/text.ts';
import type { Block } from '../page/view.ts';

type Statement = AnswerOf<'getStatement'>;
type Fund = Statement['funds'][number];

/** The year in a few large figures. */
export function yearFigures({ totals, awards, notes }: Statement): Block[] {
  const awarded = Money.sum(awards.map(({ amountApproved }) => amountApproved ?? Money.zero));
  const paid = Money.sum(awards.map(({ paidInYear, refundedInYear }) => paidInYear.minus(refundedInYear)));
  const figures: Block = {
    kind: 'figures',
    items: [
      { label: 'Income', value: money(totals.grossIncome) },
      { label: 'Top-slices', value: money(totals.topSliced) },
      { label: 'Awarded', value: money(awarded), detail: 'The year’s awards, and earlier ones still moving' },
      { label: 'Paid to awards', value: money(paid), detail: 'In the year, less refunds' },
      { label: 'Spent', value: money(totals.expenditure), detail: 'On awards and otherwise' },
      { label: 'Uncommitted', value: money(totals.uncommitted) },
    ],
  };
  return [figures, ...illustrativeHint(notes)];
}

/** Each fund as a picture and as figures. */
export function fundBlocks({ funds, totals }: Statement, partnershipId: string): Block[] {
  if (funds.length === 0) return [fundTable(funds, totals, partnershipId)];
  return [
    {
      kind: 'chart',
      alt: 'What each fund has, and how much of it is committed; the table below gives the same figures.',
      picture: { svg: fundPositions(funds), ...fundPositionsSize(funds) },
      narrow: { svg: fundPositions(funds, narrowWidth), ...fundPositionsSize(funds, narrowWidth) },
    },
    fundTable(funds, totals, partnershipId),
  ];
}

const fundTable = (funds: readonly Fund[], totals: Statement['totals'], partnershipId: string): Block => ({
  kind: 'table',
  caption: 'Position of each fund',
  empty: 'There are no funds yet.',
  columns: [{ label: 'Fund' }, ...columns.map(({ label }) => ({ label, isNumeric: true }))],
  rows: funds.map((fund) => [
    link(fundPath(partnershipId, fund.fundId), fund.name),
    ...columns.map(({ figure }) => money(fund[figure])),
  ]),
  ...(funds.length > 1 && { foot: ['All funds', ...columns.map(({ figure }) => money(totals[figure]))] }),
});

const columns = [
  { label: 'Opening', figure: 'openingBalance' },
  { label: 'Income', figure: 'grossIncome' },
  { label: 'Top-slices', figure: 'topSliced' },
  { label: 'Spent', figure: 'expenditure' },
  { label: 'Returned', figure: 'returned' },
  { label: 'Closing', figure: 'closingBalance' },
  { label: 'Committed', figure: 'committed' },
  { label: 'Uncommitted', figure: 'uncommitted' },
] as const;
