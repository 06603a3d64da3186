import { type Award, amountApproved, isRatificationRefused } from '../award/award.ts';
import type { Money } from '../money.ts';

/**
 * What an award comes to for the public: what was approved last, also where less was drawn in the end. Where the group
 * refused to ratify its chair's action, no more than what had been paid. Nothing while the amount is to be confirmed.
 */
export function awardedAmount(award: Award): Money | undefined {
  const approved = amountApproved(award);
  if (approved === undefined) return undefined;
  const amount = isRatificationRefused(award) ? approved.minus(award.releasedAmount) : approved;
  return amount.isPositive() ? amount : undefined;
}
