import type { Fund } from '../fund/fund.ts';
import { type Balance, debitsByQualifier } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import type { StatementException } from './exceptions.ts';

/** More was repaid of a grant than was to be returned: the funder owes it, whatever is still to be repaid of others. */
export function overpaid({ id: fundId, name }: Fund, toDate: readonly Balance[]): StatementException[] {
  const byGrant = Map.groupBy(toDate, ({ grantId }) => grantId);
  const debits = [...byGrant.values()].flatMap((own) => [...debitsByQualifier(own, 'repayable-to-funder').values()]);
  const amount = Money.sum(debits.filter((one) => one.isPositive()));
  if (amount.isZero()) return [];
  const detail = `${amount.toSterling()} more was repaid from ${name} than was to be returned; the funder owes it.`;
  return [{ code: 'overpaid-to-funder', detail, fundId, amount }];
}
