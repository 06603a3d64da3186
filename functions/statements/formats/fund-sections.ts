import type { FundLine } from '../../../domain/statement/lines.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Names } from './names.ts';
import { code, data, date, type Field, money, type Section, sumsOf, table, text } from './section.ts';

type Disposal = FundLine['disposals'][number] & Pick<FundLine, 'fundId' | 'name'>;

/** Each fund's year, where its money lies, and what closing the year decided about it. */
export const fundSections = ({ funds, totals }: YearEndStatement, names: Names): Section[] => {
  const disposals = funds.flatMap(({ fundId, name, disposals: own }) => own.map((one) => ({ ...one, fundId, name })));
  const fields = disposalFields(names);
  return [
    table({ id: 'funds', title: 'Funds', none: 'There are no funds.' }, fundFields, funds, totals),
    table(
      { id: 'position', title: 'Where each fund’s money lies', none: 'There are no funds.' },
      moneyFields,
      funds,
      totals,
    ),
    table(
      { id: 'disposals', title: 'Carried forward and returned' },
      fields,
      disposals,
      sumsOf(fields, disposals, 'amount'),
    ),
  ];
};

const fundId = text<FundLine>('fundId', 'Fund id', (f) => f.fundId, data);
const fund = text<FundLine>('fund', 'Fund', (f) => f.name);

const fundFields: readonly Field<FundLine>[] = [
  fundId,
  fund,
  code('restriction', 'Restriction', (f) => f.restriction),
  code('nature', 'Nature', (f) => f.nature),
  money('openingBalance', 'Brought forward', (f) => f.openingBalance),
  money('grossIncome', 'Gross award', (f) => f.grossIncome),
  money('topSliced', 'Top-sliced', (f) => f.topSliced),
  money('expenditure', 'Expenditure', (f) => f.expenditure),
  money('returned', 'Returned', (f) => f.returned),
  money('closingBalance', 'Closing balance', (f) => f.closingBalance, {
    sum: { plus: ['openingBalance', 'grossIncome'], minus: ['topSliced', 'expenditure', 'returned'] },
    isResult: true,
  }),
  money('committed', 'Committed', (f) => f.committed),
  money('uncommitted', 'Uncommitted', (f) => f.uncommitted, {
    sum: { plus: ['closingBalance'], minus: ['committed'] },
    isResult: true,
  }),
  date('keptUntil', 'Records kept until', (f) => f.keptUntil),
];

const moneyFields: readonly Field<FundLine>[] = [
  fundId,
  fund,
  money('cash', 'In the bank', (f) => f.cash),
  money('receivable', 'Receivable from funders', (f) => f.receivable),
  money('receivedInAdvance', 'Received in advance', (f) => f.receivedInAdvance),
  money('repayable', 'Repayable to funders', (f) => f.repayable),
  money('closingBalance', 'Closing balance', (f) => f.closingBalance, {
    sum: { plus: ['cash', 'receivable'], minus: ['receivedInAdvance', 'repayable'] },
    isResult: true,
  }),
];

const disposalFields = (names: Names): readonly Field<Disposal>[] => [
  text('fundId', 'Fund id', (d) => d.fundId, data),
  text('fund', 'Fund', (d) => d.name),
  code('treatment', 'Treatment', (d) => d.treatment),
  text('grantId', 'Grant id', (d) => d.grantId, data),
  text('grant', 'Grant', (d) => names.grant(d.grantId)),
  text('authority', 'Authority', (d) => d.approvalReference),
  money('amount', 'Amount', (d) => d.amount),
];
