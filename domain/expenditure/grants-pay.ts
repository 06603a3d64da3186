import type { FinancialYear } from '../financial-year.ts';
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

/** Whether spending, or what awards were promised, names a grant, in what stands or in what comes: only then does it matter whose money is whose. */
export const areGrantsNamed = (balances: readonly Balance[], grantId: string | undefined): boolean =>
  grantId !== undefined || balances.some((one) => one.grantId !== undefined && !promised([one]).isZero());

export const grantIdsOf = (balances: readonly Balance[]): string[] => [
  ...new Set(balances.flatMap(({ grantId }) => grantId ?? [])),
];

/**
 * Refuses what leaves a grant with less than nothing at the end of a year or of a later one: what was spent or promised
 * of a grant's money is gone, also where it named none, and no grant pays for another (virement). Where awards may go
 * beyond the fund's balance, a grant may go as far below nothing.
 */
export function assertGrantsPay(
  before: readonly Balance[],
  postings: readonly Posting[],
  on: PlainDate,
  find: FindGrant,
  allowance: Money = Money.zero,
): void {
  const grants = new Map(grantIdsOf(before).flatMap((id) => [find(id) ?? []].flat().map((grant) => [id, grant])));
  for (const { financialYear } of atYearEnds(afterPostings(before, postings, on), on, () => Money.zero)) {
    const [had, has] = [before, afterPostings(before, postings, on)].map((balances) =>
      closingOf(balances, grants, financialYear),
    );
    for (const [id, left] of has ?? []) {
      const available = had?.get(id) ?? Money.zero;
      const grant = grants.get(id);
      if (grant === undefined || !left.plus(allowance).isNegative() || !left.isLessThan(available)) continue;
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
