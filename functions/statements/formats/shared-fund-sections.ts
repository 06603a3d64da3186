import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { code, data, type Field, integer, money, type Section, table, text } from './section.ts';

type Shared = YearEndStatement['sharedFunds'][number];
type Share = Shared['areas'][number] & { readonly fund: Shared };

/** Funds of several areas or years that others hold, which are no income here; nothing of them is added up. */
export const sharedFundSections = ({ sharedFunds }: YearEndStatement): Section[] => [
  table(
    {
      id: 'shared-funds',
      title: 'Funds held elsewhere',
      about: 'These are no income of the partnership and are counted in none of its figures.',
    },
    fundFields,
    sharedFunds,
  ),
  table(
    { id: 'shared-fund-areas', title: 'Areas of funds held elsewhere' },
    shareFields,
    sharedFunds.flatMap((fund) => fund.areas.map((area) => ({ ...area, fund }))),
  ),
];

const fundFields: readonly Field<Shared>[] = [
  text('sharedFundId', 'Fund id', (s) => s.id, data),
  text('sharedFund', 'Fund', (s) => s.title),
  text('funderId', 'Funder id', (s) => s.funder.id, data),
  text('funder', 'Funder', (s) => s.funder.name),
  text('heldBy', 'Held by', (s) => s.heldBy),
  text('years', 'Years', (s) => s.financialYears.map((one) => one.replace('-', '/')).join(', ')),
  integer('areaCount', 'Areas', (s) => s.areaCount),
  code('shares', 'Shares', (s) => s.shares),
  text('source', 'Source', (s) => s.source),
  money('totalAmount', 'Total', (s) => s.totalAmount),
  money('statedSharesDifference', 'Stated shares less total', (s) => s.statedSharesDifference),
];

const shareFields: readonly Field<Share>[] = [
  text('sharedFundId', 'Fund id', (s) => s.fund.id, data),
  text('sharedFund', 'Fund', (s) => s.fund.title),
  text('area', 'Area', (s) => s.name),
  money('amount', 'Amount', (s) => s.amount, { absent: 'not stated' }),
];
