import type { FinancialYear } from '../financial-year.ts';
import { uncommittedBalance } from '../fund/uncommitted-balance.ts';
import type { Grant } from '../grant/grant.ts';
import { afterPostings } from '../ledger/after-postings.ts';
import type { Balance } from '../ledger/balance.ts';
import type { Posting } from '../ledger/posting.ts';
import { atYearEnds } from '../ledger/year-ends.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { grantUsage, promised } from '../statement/grant-usage.ts';

type FindGrant = (id: string) => Grant | undefined;

/**
 * Whether spending, or what awards were promised, names a grant, in what stands or in what comes: only then does it matter
 * whose money is whose.
 */
export const areGrantsNamed = (balances: readonly Balance[], grantId: string | undefined): boolean =>
  grantId !== undefined || balances.some((one) => one.grantId !== undefined && !promised([one]).isZero());

export const grantIdsOf = (balances: readonly Balance[]): string[] => [
  ...new Set(balances.flatMap(({ grantId }) => grantId ?? [])),
];

/**
 * Refuses what leaves a grant with less than nothing at the end of a year or of a later one: what was spent or promised
 * of a grant's money is gone, also where it named none, and no grant pays for another (virement). Where awards went
 * beyond the fund's balance, as the terms of reference may allow, that much is missing somewhere.
 */
export function assertGrantsPay(
  before: readonly Balance[],
  postings: readonly Posting[],
  on: PlainDate,
  find: FindGrant,
): void {
  const grants = new Map(grantIdsOf(before).flatMap((id) => [find(id) ?? []].flat().map((grant) => [id, grant])));
  const after = afterPostings(before, postings, on);
  for (const { financialYear, amount: uncommitted } of atYearEnds(after, on, uncommittedBalance)) {
    const missing = uncommitted.isNegative() ? uncommitted.negated() : Money.zero;
    const [had, has] = [before, after].map((balances) => closingOf(balances, grants, financialYear));
    for (const [id, left] of has ?? []) {
      const available = had?.get(id) ?? Money.zero;
      const grant = grants.get(id);
      if (grant === undefined || !left.plus(missing).isNegative() || !left.isLessThan(available)) continue;
      const needed = available.minus(left);
      refuse({ code: 'insufficient-funds', of: `the grant “${grant.title}”`, needed, available, financialYear });
    }
  }
}

function closingOf(
  balances: readonly Balance[],
  grants: ReadonlyMap<string, Grant>,
  year: FinancialYear,
): Map<string, Money> {
  const toDate = balances.filter(({ financialYear }) => financialYear <= year);
  return new Map(
    [...grantUsage(toDate, grants, year, promised)].map(([id, { closingUnspent }]) => [id, closingUnspent]),
  );
}
