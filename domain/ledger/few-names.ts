import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { afterPostings } from './after-postings.ts';
import { type Balance, balanceId } from './balance.ts';
import type { Posting } from './posting.ts';

/** Categories and purposes are the same few words again and again; each is kept with the fund's balance of the year. */
export const mostNames = 200;

/** Refuses new categories or purposes where a fund's year, or a grant's, has very many already. */
export function assertFewNames(before: readonly Balance[], postings: readonly Posting[], on: PlainDate): void {
  const names = (balances: readonly Balance[]) =>
    new Map(
      balances.map(({ fundId, financialYear, grantId, amounts }) => [
        balanceId(fundId, financialYear, grantId),
        Object.keys(amounts).length,
      ]),
    );
  const counts = names(before);
  for (const [id, count] of names(afterPostings(before, postings, on))) {
    if (count > mostNames && count > (counts.get(id) ?? 0)) refuse({ code: 'too-many-names', most: mostNames });
  }
}
