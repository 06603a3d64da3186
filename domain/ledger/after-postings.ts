import type { PlainDate } from '../plain-date.ts';
import { type Balance, byBalance, withPostings } from './balance.ts';
import type { Posting } from './posting.ts';

/** A fund's balances as they would be after postings. */
export function afterPostings(before: readonly Balance[], postings: readonly Posting[], on: PlainDate): Balance[] {
  const after = [...before];
  for (const { empty, postings: own } of byBalance(postings, on).values()) {
    const place = after.findIndex(
      ({ fundId, financialYear, grantId }) =>
        fundId === empty.fundId && financialYear === empty.financialYear && grantId === empty.grantId,
    );
    if (place < 0) after.push(withPostings(empty, own));
    else after[place] = withPostings(after[place] ?? empty, own);
  }
  return after;
}
