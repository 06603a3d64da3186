import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { list, money, type Section } from './section.ts';

type Totals = YearEndStatement['totals'];

/** All funds together: how the balance came about, what is promised of it, and where it lies. */
export const totalsSections = ({ totals }: YearEndStatement): Section[] => [
  list<Totals>({ id: 'totals', title: 'The year in figures' }, fields, totals),
  list<Totals>({ id: 'totals-position', title: 'Where the balance lies' }, places, totals),
];

const fields = [
  money<Totals>('openingBalance', 'Balance brought forward', (t) => t.openingBalance),
  money<Totals>('grossIncome', 'Gross award', (t) => t.grossIncome),
  money<Totals>('topSliced', 'Less top-sliced at source', (t) => t.topSliced),
  money<Totals>('netIncome', 'Net award', (t) => t.netIncome, {
    sum: { plus: ['grossIncome'], minus: ['topSliced'] },
    isResult: true,
  }),
  money<Totals>('expenditure', 'Less expenditure', (t) => t.expenditure),
  money<Totals>('returned', 'Less returned to funders', (t) => t.returned),
  money<Totals>('closingBalance', 'Closing balance', (t) => t.closingBalance, {
    sum: { plus: ['openingBalance', 'netIncome'], minus: ['expenditure', 'returned'] },
    isResult: true,
  }),
  money<Totals>('committed', 'Less committed to awards', (t) => t.committed),
  money<Totals>('uncommitted', 'Uncommitted balance', (t) => t.uncommitted, {
    sum: { plus: ['closingBalance'], minus: ['committed'] },
    isResult: true,
  }),
];

const places = [
  money<Totals>('cash', 'In the bank', (t) => t.cash),
  money<Totals>('receivable', 'Receivable from funders', (t) => t.receivable),
  money<Totals>('receivedInAdvance', 'Less received in advance', (t) => t.receivedInAdvance),
  money<Totals>('repayable', 'Less repayable to funders', (t) => t.repayable),
  money<Totals>('closingBalance', 'Closing balance', (t) => t.closingBalance, {
    sum: { plus: ['cash', 'receivable'], minus: ['receivedInAdvance', 'repayable'] },
    isResult: true,
  }),
  money<Totals>('received', 'Received from funders in the year', (t) => t.received),
];
