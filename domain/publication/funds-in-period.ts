import type { Fund } from '../fund/fund.ts';
import { type Balance, debitsOf, worthOf } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import { longDate } from '../prose-dates.ts';
import { amount, paragraph, type Section, words } from './report.ts';
import type { ReportPeriod, Writing } from './report-period.ts';
import { oneLine } from './words.ts';

/** What a fund had when the period began, got and used in it, and has left. */
export type FundInPeriod = ReturnType<typeof figuresOf>;

/** The funds in which anything was ever posted, up to the period's end, in the order in which they were opened. */
export const fundsInPeriod = ({ view, before, atEnd }: ReportPeriod): { fund: Fund; figures: FundInPeriod }[] =>
  view.partnership().fundIds.flatMap((id) => {
    const fund = view.all('fund').get(id);
    const own = (balances: readonly Balance[]): Balance[] => balances.filter(({ fundId }) => fundId === id);
    if (fund === undefined || own(atEnd).length === 0) return [];
    return [{ fund, figures: figuresOf(own(before), own(atEnd)) }];
  });

function figuresOf(before: readonly Balance[], atEnd: readonly Balance[]) {
  const moved = (...accounts: Parameters<typeof debitsOf>[1][]): Money =>
    debitsOf(atEnd, ...accounts).minus(debitsOf(before, ...accounts));
  const closing = worthOf(atEnd);
  const committed = debitsOf(atEnd, 'commitments');
  return {
    // What a fund brought with it when the partnership joined is no income of the period.
    opening: worthOf(before).minus(moved('brought-forward')),
    income: moved('grant-income').negated(),
    topSliced: moved('top-slices'),
    awards: moved('award-expenditure'),
    direct: moved('direct-expenditure'),
    returned: moved('returned-to-funder'),
    closing,
    committed,
    uncommitted: closing.minus(committed),
  };
}

type Figure = keyof FundInPeriod;

const lines = ({ from, to }: ReportPeriod): readonly (readonly [Figure, string])[] => [
  ['opening', `Balance brought forward at ${longDate(from)}`],
  ['income', 'Gross grant income'],
  ['topSliced', 'Top-sliced at source'],
  ['awards', 'Awards paid, net of refunds'],
  ['direct', 'Direct expenditure'],
  ['returned', 'Returned to funders'],
  ['closing', `Balance at ${longDate(to)}`],
  ['committed', 'Of which committed'],
  ['uncommitted', 'Uncommitted'],
];

const heading = 'Financial position';

/** A column for each fund: a partnership has few funds, and each has nine figures. */
export function financialPosition(writing: Writing): Section {
  const funds = fundsInPeriod(writing);
  const sum = (figure: Figure): string => Money.sum(funds.map(({ figures }) => figures[figure])).toSterling();
  if (funds.length === 0) return { heading, blocks: [paragraph('Nothing had been posted to any fund by then.')] };
  return {
    heading,
    blocks: [
      paragraph(
        `At ${longDate(writing.to)} the partnership held ${sum('closing')}, of which ${sum('committed')} was committed to awards and ${sum('uncommitted')} remained uncommitted.`,
      ),
      {
        kind: 'table',
        caption: 'Movement on the partnership’s funds',
        columns: [words('Figure'), ...funds.map(({ fund }) => amount(nameOf(fund, writing))), amount('Total')],
        rows: lines(writing).map(([figure, title]) => [
          title,
          ...funds.map(({ figures }) => figures[figure].toSterling()),
          sum(figure),
        ]),
      },
    ],
  };
}

const nameOf = ({ name, restriction, note }: Fund, { marks }: Writing): string =>
  `${oneLine(name)} (${restriction})${marks.mark(note)}`;
