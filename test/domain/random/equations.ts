import { Money } from '../../../domain/money.ts';
import type { FundLine, GrantLine } from '../../../domain/statement/lines.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';

type Figures = Pick<
  FundLine,
  | 'openingBalance'
  | 'grossIncome'
  | 'topSliced'
  | 'expenditure'
  | 'returned'
  | 'closingBalance'
  | 'committed'
  | 'uncommitted'
  | 'cash'
  | 'receivable'
  | 'receivedInAdvance'
  | 'repayable'
>;
const names = [
  'openingBalance',
  'grossIncome',
  'topSliced',
  'expenditure',
  'returned',
  'closingBalance',
  'committed',
  'uncommitted',
  'cash',
  'receivable',
  'receivedInAdvance',
  'repayable',
] as const satisfies readonly (keyof Figures)[];

/** The figure of a fund that the grants’ figure sums to. */
const usage = {
  openingUnspent: 'openingBalance',
  grossIncomeInYear: 'grossIncome',
  topSlicedInYear: 'topSliced',
  spentInYear: 'expenditure',
  returned: 'returned',
  closingUnspent: 'closingBalance',
} as const satisfies Partial<Record<keyof GrantLine, keyof Figures>>;

/** Everything in a statement that does not add up, in words; nothing where all does. */
export function faultsIn(statement: YearEndStatement): string[] {
  const { funds, totals, grants, integrity } = statement;
  const sums = Object.fromEntries(names.map((name) => [name, Money.sum(funds.map((fund) => fund[name]))]));
  return [
    ...funds.flatMap((fund) => faultsOf(fund).map((fault) => `${fund.fundId}: ${fault}`)),
    ...faultsOf(totals).map((fault) => `totals: ${fault}`),
    ...names.filter((name) => sums[name]?.text !== totals[name].text).map((name) => `total of ${name}`),
    ...funds.flatMap((fund) => faultsOfGrants(fund, grants)),
    ...grants.flatMap(faultsOfGrant),
    ...unless(totals.netIncome.equals(totals.grossIncome.minus(totals.topSliced)), 'net income'),
    ...unless(totals.received.equals(Money.sum(grants.map((line) => line.receivedInYear))), 'received'),
    ...unless(integrity.trialBalance.isZero(), 'trial balance'),
    ...unless(funds.every(isFlagged(statement)), 'over-committed without an exception'),
  ];
}

function faultsOf(line: Figures): string[] {
  const got = line.openingBalance.plus(line.grossIncome);
  const used = Money.sum([line.topSliced, line.expenditure, line.returned]);
  const lies = line.cash.plus(line.receivable).minus(line.receivedInAdvance).minus(line.repayable);
  return [
    ...unless(got.minus(used).equals(line.closingBalance), 'opening + income − used = closing'),
    ...unless(line.closingBalance.minus(line.committed).equals(line.uncommitted), 'closing − committed = uncommitted'),
    ...unless(lies.equals(line.closingBalance), 'closing = where it lies'),
  ];
}

const faultsOfGrants = (fund: FundLine, grants: readonly GrantLine[]): string[] =>
  (Object.keys(usage) as (keyof typeof usage)[])
    .filter((figure) => {
      const own = grants.filter(({ fundId }) => fundId === fund.fundId).map((line) => line[figure]);
      return !Money.sum(own).equals(fund[usage[figure]]);
    })
    .map((figure) => `${fund.fundId}: grants do not sum to ${usage[figure]}`);

function faultsOfGrant(line: GrantLine): string[] {
  const got = line.openingUnspent.plus(line.grossIncomeInYear);
  const used = Money.sum([line.topSlicedInYear, line.spentInYear, line.returned]);
  const slices = Money.sum(line.topSlices.map(({ amount }) => amount));
  const faults = [
    ...unless(got.minus(used).equals(line.closingUnspent), 'opening + income − used = closing'),
    ...unless(line.netAmount.equals(line.grossAmount.minus(line.topSlicedAmount)), 'gross − top-sliced = net'),
    ...unless(slices.equals(line.topSlicedAmount), 'top-slices'),
    ...unless(
      line.grantId === null || line.outstandingAmount.equals(line.netAmount.minus(line.receivedToDate)),
      'net − received = outstanding',
    ),
  ];
  return faults.map((fault) => `${line.grantId}: ${fault}`);
}

const isFlagged =
  ({ exceptions }: YearEndStatement) =>
  ({ fundId, uncommitted }: FundLine): boolean =>
    uncommitted.isNegative() === exceptions.some((one) => one.code === 'over-committed' && one.fundId === fundId);

const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);
