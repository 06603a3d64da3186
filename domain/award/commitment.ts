import { areGrantsNamed, assertGrantsPay, grantIdsOf } from '../expenditure/grants-pay.ts';
import { assertAvailable, freeOn } from '../fund/uncommitted-balance.ts';
import { standingGrantOf } from '../grant/change-grant.ts';
import { type Query, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit, type Place, type Posting } from '../ledger/posting.ts';
import { Money } from '../money.ts';
import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import type { PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import type { Award } from './award.ts';
import type { MoneyTest } from './decision.ts';

export const placeOf = ({ id, fundId, grantId }: Award): Place => ({
  fundId,
  awardId: id,
  ...(grantId === undefined ? {} : { grantId }),
});

/** What an award is promised more, or less, than before. */
export function commitmentPostings(amount: Money, place: Place): Posting[] {
  if (amount.isZero()) return [];
  if (amount.isNegative()) return releasePostings(amount.negated(), place);
  return [debit('commitments', amount, place), credit('commitments-mirror', amount, place)];
}

/** What is no longer promised. */
export const releasePostings = (amount: Money, place: Place): Posting[] =>
  amount.isZero() ? [] : [credit('commitments', amount, place), debit('commitments-mirror', amount, place)];

/** The grants that a promise could touch; the fund's ledger must have been looked up. */
export function grantQueries(view: LedgerView, { fundId, grantId }: Award): Query[] {
  const balances = view.balancesOf(fundId);
  const ids = areGrantsNamed(balances, grantId) ? grantIdsOf(balances) : [];
  return [...new Set([...ids, ...(grantId === undefined ? [] : [grantId])])].map((id) => record('grant', id));
}

/**
 * Refuses a promise that the fund, or the grant that is to pay, has no money for, and says what there was. The terms of
 * reference may allow awards to go beyond the fund's balance: what was used of that is told.
 */
export function assertMoneyFor(
  award: Award,
  amount: Money,
  on: PlainDate,
  { overCommitmentPercent: percent }: TermsOfReference,
  view: LedgerView,
): MoneyTest {
  const balances = view.balancesOf(award.fundId);
  const fund = found(view.get('fund', award.fundId), 'fund', award.fundId);
  const by = award.approvals.length > 0 ? 'the increase of this award' : 'this award';
  const authority = { by, ...(percent === undefined ? {} : { percent }) };
  const { financialYear, available: uncommittedBefore, allowance } = freeOn(balances, on, percent);
  if (!amount.isPositive()) return { uncommittedBefore };
  if (award.grantId !== undefined) standingGrantOf(view, award.fundId, award.grantId);
  assertAvailable(fund.name, balances, on, amount, authority);
  if (areGrantsNamed(balances, award.grantId)) {
    assertGrantsPay(balances, commitmentPostings(amount, placeOf(award)), on, (id) => view.get('grant', id));
  }
  if (percent === undefined || !amount.isMoreThan(uncommittedBefore)) return { uncommittedBefore };
  const used = Money.min(amount, amount.minus(uncommittedBefore));
  return { uncommittedBefore, overCommitment: { percent, financialYear, allowance, used } };
}

/** Refuses more than was asked for. */
export function assertWithinRequest(amount: Money, requested: Money | undefined): void {
  if (requested !== undefined && amount.isMoreThan(requested)) {
    refuse({ code: 'approval-exceeds-request', amount, requested });
  }
}
