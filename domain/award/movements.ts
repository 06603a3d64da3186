import { type FinancialYear, financialYearOf, yearsBetween } from '../financial-year.ts';
import { type AwardBalance, awardBalanceId } from '../ledger/balance.ts';
import { type Query, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { Money } from '../money.ts';
import { earliestOf, latestOf, type PlainDate } from '../plain-date.ts';
import type { Award } from './award.ts';
import { cameBack, wentOut } from './award-balance.ts';

/** How much an award had committed, paid and refunded at the end of a day. */
export type Day = { readonly on: PlainDate; readonly committed: Money; readonly paid: Money; readonly refunded: Money };

const nothing = { committed: Money.zero, paid: Money.zero, refunded: Money.zero };

/** The years in which anything of an award's was posted, and those of more dates. */
function yearsOf({ firstMovedOn, lastMovedOn }: Award, dates: readonly PlainDate[]): FinancialYear[] {
  const own = [firstMovedOn, lastMovedOn].flatMap((date) => date ?? []);
  const [first, ...others] = [...own, ...dates];
  if (first === undefined) return [];
  return yearsBetween(financialYearOf(others.reduce(earliestOf, first)), financialYearOf(latestOf(first, ...others)));
}

/** All that was posted for an award, and where a posting on these dates would fall. */
export const movementQueries = (award: Award, ...dates: readonly PlainDate[]): Query[] =>
  yearsOf(award, dates).map((year) => record('awardBalance', awardBalanceId(award.id, year)));

/** An award day by day, over the days on which anything moved. */
export function daysOf(award: Award, view: LedgerView): Day[] {
  const balances = yearsOf(award, []).flatMap((year) => view.get('awardBalance', awardBalanceId(award.id, year)) ?? []);
  return cumulated(balances);
}

function cumulated(balances: readonly AwardBalance[]): Day[] {
  let { committed, paid, refunded } = nothing;
  return balances
    .flatMap(({ days }) => Object.entries(days))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, amounts]) => {
      committed = committed.plus(amounts['commitments'] ?? Money.zero);
      paid = paid.plus(amounts[`award-expenditure:${wentOut}`] ?? Money.zero);
      refunded = refunded.minus(amounts[`award-expenditure:${cameBack}`] ?? Money.zero);
      return { on, committed, paid, refunded };
    });
}

/** The least that a figure comes to on a date or on any later day. */
export function leastFrom(days: readonly Day[], date: PlainDate, figure: (day: Omit<Day, 'on'>) => Money): Money {
  const before = days.findLast(({ on }) => on <= date) ?? nothing;
  return Money.min(figure(before), ...days.filter(({ on }) => on > date).map(figure));
}

export const committedOf = ({ committed }: Pick<Day, 'committed'>): Money => committed;

/** What was paid and has not come back. */
export const keptOf = ({ paid, refunded }: Pick<Day, 'paid' | 'refunded'>): Money => paid.minus(refunded);

/**
 * When all that is committed is released as early as can be, without any day's falling below nothing: of £400, released
 * from 20 March on, of which £100 was paid on 5 April, £300 goes on 20 March, and nothing more after the payment.
 */
export function releasesFrom(days: readonly Day[], date: PlainDate): { on: PlainDate; amount: Money }[] {
  let released = Money.zero;
  return [date, ...days.map(({ on }) => on).filter((on) => on > date)].flatMap((on) => {
    const amount = leastFrom(days, on, committedOf).minus(released);
    released = released.plus(amount);
    return amount.isZero() ? [] : [{ on, amount }];
  });
}

/** The first and the last day on which something of an award moved, once something moved on a date. */
export const movedOn = ({ firstMovedOn, lastMovedOn }: Award, on: PlainDate) => ({
  firstMovedOn: earliestOf(firstMovedOn ?? on, on),
  lastMovedOn: latestOf(on, lastMovedOn ?? on),
});
