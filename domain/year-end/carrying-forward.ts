import { endOf, type FinancialYear } from '../financial-year.ts';
import type { Grant } from '../grant/grant.ts';
import { Money } from '../money.ts';
import { refuse } from '../refusal.ts';
import type { Disposal } from './disposal.ts';
import type { ClosingFund } from './dispose.ts';

/**
 * What is left of a grant whose agreement wants approval for carrying it forward is carried forward under a reference: in
 * parts that name the grant, or that name none. An overspent fund carries less than its grants have left.
 */
export function assertApproved(
  { fund, grants, year }: ClosingFund,
  disposals: readonly Disposal[],
  leftOf: ReadonlyMap<string, Money>,
): void {
  const carried = disposals.filter(({ treatment }) => treatment === 'carry-forward');
  const approved = carried.filter(({ approvalReference }) => approvalReference !== undefined);
  const wanting = [...grants.values()].flatMap((grant) => {
    const left = leftOf.get(grant.id) ?? Money.zero;
    if (!left.isPositive() || !wantsApproval(grant, year)) return [];
    const own = Money.min(left, sumOf(approved.filter(({ grantId }) => grantId === grant.id)));
    return [{ grant, left, own, missing: left.minus(own) }];
  });
  const needed = Money.min(Money.sum(wanting.map(({ left }) => left)), sumOf(carried));
  const unnamed = sumOf(approved.filter(({ grantId }) => grantId === undefined));
  const short = needed.minus(Money.sum(wanting.map(({ own }) => own))).minus(unnamed);
  const first = wanting.find(({ missing }) => missing.isPositive());
  if (!short.isPositive() || first === undefined) return;
  const amount = Money.min(first.missing, short);
  refuse({ code: 'approval-reference-required', fund: fund.name, grant: first.grant.title, amount });
}

const sumOf = (disposals: readonly Disposal[]): Money => Money.sum(disposals.map(({ amount }) => amount));

/** `carry-forward`: always. `return`: once the funding period, by default the grant's year, has ended. */
export function wantsApproval({ underspend, fundingPeriod, financialYear }: Grant, year: FinancialYear): boolean {
  if (underspend === 'carry-forward') return true;
  if (underspend !== 'return') return false;
  return (fundingPeriod?.end ?? endOf(financialYear)) <= endOf(year);
}
