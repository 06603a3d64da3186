import type { FinancialYear } from '../financial-year.ts';
import { type Balance, debitsOf, worthOf } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import { figures, type Position } from './lines.ts';

/**
 * A fund's year, from its balances up to the statement's date. What the fund brought with it when the partnership
 * joined belongs to the opening balance, also in the year in which it was entered.
 */
export function fundPosition(balances: readonly Balance[], year: FinancialYear): Position {
  const toDate = balances.filter(({ financialYear }) => financialYear <= year);
  const inYear = toDate.filter(({ financialYear }) => financialYear === year);
  const earlier = toDate.filter(({ financialYear }) => financialYear < year);
  const closingBalance = worthOf(toDate);
  const committed = debitsOf(toDate, 'commitments');
  return {
    openingBalance: worthOf(earlier).minus(debitsOf(inYear, 'brought-forward')),
    grossIncome: debitsOf(inYear, 'grant-income').negated(),
    topSliced: debitsOf(inYear, 'top-slices'),
    expenditure: debitsOf(inYear, 'award-expenditure', 'direct-expenditure'),
    returned: debitsOf(inYear, 'returned-to-funder'),
    closingBalance,
    committed,
    uncommitted: closingBalance.minus(committed),
    cash: debitsOf(toDate, 'bank'),
    receivable: debitsOf(toDate, 'grants-receivable'),
    receivedInAdvance: debitsOf(toDate, 'received-in-advance').negated(),
    repayable: debitsOf(toDate, 'repayable-to-funder').negated(),
  };
}

/** All funds together, figure by figure. */
export function sumOf(positions: readonly Position[]): Position {
  const sum = (figure: keyof Position): Money => Money.sum(positions.map((position) => position[figure]));
  return {
    openingBalance: sum('openingBalance'),
    grossIncome: sum('grossIncome'),
    topSliced: sum('topSliced'),
    expenditure: sum('expenditure'),
    returned: sum('returned'),
    closingBalance: sum('closingBalance'),
    committed: sum('committed'),
    uncommitted: sum('uncommitted'),
    cash: sum('cash'),
    receivable: sum('receivable'),
    receivedInAdvance: sum('receivedInAdvance'),
    repayable: sum('repayable'),
  };
}

export const isNothing = (position: Position): boolean => figures.every((figure) => position[figure].isZero());
