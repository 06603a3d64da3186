import type { Award } from '../award/award.ts';
import { awardFigures } from '../award/award-balance.ts';
import { financialYearOf } from '../financial-year.ts';
import type { AwardBalance } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import { earliestOf, type PlainDate } from '../plain-date.ts';
import type { StatementException } from './exceptions.ts';

/** Chair's action that nobody ratified in time, and what was paid where ratification was refused; in order of action. */
export function awardExceptions(
  awards: Iterable<Award>,
  balances: Iterable<AwardBalance>,
  asOf: PlainDate,
  knownOn: PlainDate,
): StatementException[] {
  // A statement of a year that still runs is dated ahead: what falls due after all that is known is not late.
  const today = earliestOf(asOf, knownOn);
  const byAward = Map.groupBy(balances, ({ awardId }) => awardId);
  return [...awards]
    .filter(({ ratification }) => ratification !== undefined && ratification.actedOn <= asOf)
    .toSorted((a, b) => (a.approvals[0]?.sequence ?? 0) - (b.approvals[0]?.sequence ?? 0))
    .flatMap((award) => [...unratified(award, asOf, today), ...refusedPaid(award, byAward.get(award.id) ?? [], asOf)]);
}

function unratified(
  { id, title, ratification, approvals }: Award,
  asOf: PlainDate,
  today: PlainDate,
): StatementException[] {
  const { dueOn, ratifiedOn } = ratification ?? {};
  if (dueOn === undefined || dueOn >= today || (ratifiedOn !== undefined && ratifiedOn <= asOf)) return [];
  const amount = approvals[0]?.amountApproved ?? Money.zero;
  const detail = `Chair’s action on “${title}”, ${amount.toSterling()}, was to be ratified by ${dueOn}, and no meeting has done so.`;
  return [{ code: 'unratified', detail, awardId: id, dueOn, amount }];
}

function refusedPaid(
  { id, title, ratification }: Award,
  balances: readonly AwardBalance[],
  asOf: PlainDate,
): StatementException[] {
  const { status, ratifiedOn } = ratification ?? {};
  if (status !== 'refused' || ratifiedOn === undefined || ratifiedOn > asOf) return [];
  const { paidToDate, refundedToDate } = awardFigures(balances, financialYearOf(asOf));
  const amount = paidToDate.minus(refundedToDate);
  if (!amount.isPositive()) return [];
  const detail = `Ratification of “${title}” was refused, and ${amount.toSterling()} of what was paid has not come back.`;
  return [{ code: 'ratification-refused-paid', detail, awardId: id, amount }];
}
