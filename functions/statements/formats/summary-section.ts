import { Money } from '../../../domain/money.ts';
import type { FundLine } from '../../../domain/statement/lines.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { few } from './names.ts';
import { data, type Field, money, type Section, sumsOf, table, text } from './section.ts';

/** What a fund's grants and awards and its year's end come to, beside its own figures. */
type Summary = FundLine & {
  readonly funders: string | null;
  readonly references: string | null;
  readonly received: Money;
  readonly approved: Money;
  readonly direct: Money;
  readonly carriedForward: Money;
  readonly authority: string | null;
};

/** The table that funders and councils know: a fund's money from what was brought forward to what is carried forward. */
export function summarySection(statement: YearEndStatement): Section {
  const lines = statement.funds.map((fund) => summaryOf(fund, statement));
  const own = sumsOf(fields, lines, 'received', 'approved', 'paid', 'direct', 'carriedForward', 'variance');
  const { openingBalance, grossIncome, topSliced, netIncome, receivable } = statement.totals;
  const { committed, uncommitted, returned } = statement.totals;
  const all = { openingBalance, grossIncome, topSliced, netIncome, receivable, committed, uncommitted, returned };
  return table(
    {
      id: 'summary',
      title: 'Summary by fund',
      about: 'The variance is what is left of a fund that closing the year has not carried forward.',
      none: 'There are no funds.',
    },
    fields,
    lines,
    { ...all, ...own },
  );
}

const net = (fund: Summary): Money => fund.grossIncome.minus(fund.topSliced);
const spent = ['paid', 'direct', 'returned'];
const available = ['openingBalance', 'netIncome'];

const fields: readonly Field<Summary>[] = [
  text('fundId', 'Fund id', (s) => s.fundId, data),
  text('fund', 'Fund', (s) => s.name),
  text('funder', 'Funder', (s) => s.funders),
  text('reference', 'Reference', (s) => s.references),
  money('openingBalance', 'Brought forward', (s) => s.openingBalance),
  money('grossIncome', 'Gross award', (s) => s.grossIncome),
  money('topSliced', 'Top-slice', (s) => s.topSliced),
  money('netIncome', 'Net award', net, { sum: { plus: ['grossIncome'], minus: ['topSliced'] } }),
  money('received', 'Received', (s) => s.received),
  money('receivable', 'Outstanding', (s) => s.receivable),
  money('approved', 'Approved awards', (s) => s.approved),
  money('paid', 'Paid on awards', (s) => s.expenditure.minus(s.direct)),
  money('direct', 'Spent directly', (s) => s.direct),
  money('committed', 'Committed', (s) => s.committed),
  money('uncommitted', 'Uncommitted', (s) => s.uncommitted, {
    sum: { plus: available, minus: [...spent, 'committed'] },
  }),
  money('returned', 'Returned', (s) => s.returned),
  money('carriedForward', 'Carried forward', (s) => s.carriedForward),
  text('authority', 'Authority', (s) => s.authority),
  money('variance', 'Variance', (s) => s.closingBalance.minus(s.carriedForward), {
    sum: { plus: available, minus: [...spent, 'carriedForward'] },
  }),
];

function summaryOf(fund: FundLine, { grants, awards, expenditure }: YearEndStatement): Summary {
  const isOwn = ({ fundId }: { readonly fundId: string }): boolean => fundId === fund.fundId;
  const own = grants.filter(isOwn);
  const carried = fund.disposals.filter(({ treatment }) => treatment === 'carry-forward');
  return {
    ...fund,
    funders: few(own.flatMap(({ funder }) => funder?.name ?? [])),
    references: few(own.map(({ reference }) => reference)),
    received: Money.sum(own.map(({ receivedInYear }) => receivedInYear)),
    approved: Money.sum(awards.filter(isOwn).flatMap(({ amountApproved }) => amountApproved ?? [])),
    direct: Money.sum(expenditure.filter(isOwn).map(({ amount }) => amount)),
    carriedForward: Money.sum(carried.map(({ amount }) => amount)),
    authority: few(carried.flatMap(({ approvalReference }) => approvalReference ?? [])),
  };
}
