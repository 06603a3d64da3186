import type { GrantLine } from '../../../domain/statement/lines.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Names } from './names.ts';
import { code, data, type Field, money, type Section, sumsOf, table, text, year } from './section.ts';

type TopSlice = GrantLine['topSlices'][number] & Pick<GrantLine, 'grantId' | 'title'>;

/** What each grant is and brought, how it was used, and what its funder kept. */
export function grantSections({ grants }: YearEndStatement, names: Names): Section[] {
  const topSlices = grants.flatMap(({ grantId, title, topSlices: own }) =>
    own.map((one) => ({ ...one, grantId, title })),
  );
  const agreed = agreedFields(names);
  const used = usedFields(names);
  return [
    table(
      { id: 'grants', title: 'Grants: agreed and received', none: 'There are no grants.' },
      agreed,
      grants,
      sumsOf(agreed, grants, ...moneyOf(agreed)),
    ),
    table(
      {
        id: 'grant-usage',
        title: 'Grants: how they were used',
        about: 'Spending that names no grant is taken from the oldest money of its fund first.',
        none: 'There are no grants.',
      },
      used,
      grants,
      sumsOf(used, grants, ...moneyOf(used)),
    ),
    table(
      { id: 'top-slices', title: 'Top-slices of these grants' },
      sliceFields,
      topSlices,
      sumsOf(sliceFields, topSlices, 'amount'),
    ),
  ];
}

const moneyOf = (fields: readonly Field<GrantLine>[]): string[] =>
  fields.filter(({ kind }) => kind === 'money').map(({ id }) => id);

const grant = [
  text<GrantLine>('grantId', 'Grant id', (g) => g.grantId, data),
  text<GrantLine>('grant', 'Grant', (g) => g.title),
];

const agreedFields = (names: Names): readonly Field<GrantLine>[] => [
  ...grant,
  code('kind', 'Kind', (g) => g.kind),
  text('funderId', 'Funder id', (g) => g.funder?.id, data),
  text('funder', 'Funder', (g) => g.funder?.name),
  text('fundId', 'Fund id', (g) => g.fundId, data),
  text('fund', 'Fund', (g) => names.fund(g.fundId)),
  year('financialYear', 'Year', (g) => g.financialYear),
  text('reference', 'Reference', (g) => g.reference),
  money('grossAmount', 'Gross award', (g) => g.grossAmount),
  money('topSlicedAmount', 'Top-sliced', (g) => g.topSlicedAmount),
  money('netAmount', 'Net award', (g) => g.netAmount, {
    sum: { plus: ['grossAmount'], minus: ['topSlicedAmount'] },
    isResult: true,
  }),
  money('receivedInYear', 'Received in the year', (g) => g.receivedInYear),
  money('receivedToDate', 'Received to date', (g) => g.receivedToDate),
  money('outstandingAmount', 'Outstanding', (g) => g.outstandingAmount),
];

const usedFields = (names: Names): readonly Field<GrantLine>[] => [
  ...grant,
  text('fundId', 'Fund id', (g) => g.fundId, data),
  text('fund', 'Fund', (g) => names.fund(g.fundId)),
  text('reference', 'Reference', (g) => g.reference),
  money('openingUnspent', 'Brought forward', (g) => g.openingUnspent),
  money('grossIncomeInYear', 'Gross in the year', (g) => g.grossIncomeInYear),
  money('topSlicedInYear', 'Top-sliced in the year', (g) => g.topSlicedInYear),
  money('spentInYear', 'Spent in the year', (g) => g.spentInYear),
  money('returned', 'Returned', (g) => g.returned),
  money('closingUnspent', 'Unspent', (g) => g.closingUnspent, {
    sum: { plus: ['openingUnspent', 'grossIncomeInYear'], minus: ['topSlicedInYear', 'spentInYear', 'returned'] },
    isResult: true,
  }),
];

const sliceFields: readonly Field<TopSlice>[] = [
  text('grantId', 'Grant id', (s) => s.grantId, data),
  text('grant', 'Grant', (s) => s.title),
  text('purpose', 'Purpose', (s) => s.purpose),
  money('amount', 'Amount', (s) => s.amount),
];
