import { endOf, type FinancialYear } from '../financial-year.ts';
import type { Fund } from '../fund/fund.ts';
import { freeOn, uncommittedBalance } from '../fund/uncommitted-balance.ts';
import type { Grant } from '../grant/grant.ts';
import { afterPostings } from '../ledger/after-postings.ts';
import { type Balance, worthOf } from '../ledger/balance.ts';
import { credit, debit, type Posting } from '../ledger/posting.ts';
import { atYearEnds } from '../ledger/year-ends.ts';
import { Money } from '../money.ts';
import { found, refuse } from '../refusal.ts';
import { grantUsage, promised } from '../statement/grant-usage.ts';
import type { Usage } from '../statement/lines.ts';
import { assertApproved } from './carrying-forward.ts';
import type { Disposal } from './disposal.ts';

/** A fund whose year closes, with the balances of all years: later ones may have begun. */
export type ClosingFund = {
  readonly fund: Fund;
  readonly balances: readonly Balance[];
  readonly grants: ReadonlyMap<string, Grant>;
  readonly year: FinancialYear;
};

/** Checks what becomes of one fund's balance, and posts what goes back. */
export function disposed(closing: ClosingFund, disposals: readonly Disposal[]): Posting[] {
  const { fund, balances, grants, year } = closing;
  const toDate = balances.filter(({ financialYear }) => financialYear <= year);
  assertSum(fund, toDate, disposals);
  const returns = returnsOf(disposals);
  const left = leftAfter(returns, grantUsage(toDate, grants, year), grants);
  const postings = [...returns].flatMap(([id, amount]) => returnPostings(found(grants.get(id), 'grant', id), amount));
  if (returns.size > 0) assertUncommitted(closing, returns, postings);
  assertApproved(closing, disposals, left);
  return postings;
}

/** A fund that is overspent has nothing to dispose of. */
function assertSum({ name }: Fund, toDate: readonly Balance[], disposals: readonly Disposal[]): void {
  const worth = worthOf(toDate);
  const balance = worth.isNegative() ? Money.zero : worth;
  const sum = Money.sum(disposals.map(({ amount }) => amount));
  if (!sum.equals(balance)) refuse({ code: 'disposals-do-not-sum', fund: name, sum, balance });
}

/** What goes back of each grant. */
function returnsOf(disposals: readonly Disposal[]): Map<string, Money> {
  const returns = new Map<string, Money>();
  for (const { treatment, grantId, amount } of disposals) {
    if (treatment !== 'return' || grantId === undefined) continue;
    returns.set(grantId, (returns.get(grantId) ?? Money.zero).plus(amount));
  }
  return returns;
}

/** What is left of each grant's money once the returns are taken off, of which none is more than there is. */
function leftAfter(
  returns: ReadonlyMap<string, Money>,
  usages: ReadonlyMap<string, Usage>,
  grants: ReadonlyMap<string, Grant>,
): Map<string, Money> {
  const unspentOf = (id: string): Money => usages.get(id)?.closingUnspent ?? Money.zero;
  for (const [id, returned] of returns) {
    const unspent = unspentOf(id);
    if (!returned.isMoreThan(unspent)) continue;
    const { title } = found(grants.get(id), 'grant', id);
    refuse({ code: 'return-exceeds-unspent', grant: title, returned, unspent });
  }
  return new Map([...usages.keys()].map((id) => [id, unspentOf(id).minus(returns.get(id) ?? Money.zero)]));
}

function returnPostings({ id, fundId, funder }: Grant, amount: Money): Posting[] {
  const place = { fundId, grantId: id };
  return [
    debit('returned-to-funder', amount, place),
    credit('repayable-to-funder', amount, { ...place, funderId: funder.id }),
  ];
}

/** Money behind commitments stays, in the fund and in each grant, and so does what later years took from it already. */
function assertUncommitted(
  { fund, balances, grants, year }: ClosingFund,
  returns: ReadonlyMap<string, Money>,
  postings: readonly Posting[],
): void {
  const returned = Money.sum(returns.values());
  const { available } = freeOn(balances, endOf(year));
  if (returned.isMoreThan(available)) {
    refuse({ code: 'return-exceeds-uncommitted', fund: fund.name, returned, available });
  }
  const after = afterPostings(balances, postings, endOf(year));
  const usages = atYearEnds(after, endOf(year), uncommittedBalance).map(({ financialYear }) => {
    const toDate = after.filter((balance) => balance.financialYear <= financialYear);
    return grantUsage(toDate, grants, financialYear, promised);
  });
  for (const [id, amount] of returns) {
    const left = Money.min(amount, ...usages.map((usage) => usage.get(id)?.closingUnspent ?? Money.zero));
    if (!left.isNegative()) continue;
    const of = `the grant “${found(grants.get(id), 'grant', id).title}”`;
    refuse({ code: 'return-exceeds-uncommitted', fund: of, returned: amount, available: amount.plus(left) });
  }
}
