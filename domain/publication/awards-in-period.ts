import type { Approval, Award } from '../award/award.ts';
import { cameBack, wentOut } from '../award/award-balance.ts';
import type { AwardBalance } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { isIn, type ReportPeriod } from './report-period.ts';

/** An award and what became of it in a period. */
export type AwardInPeriod = {
  readonly award: Award;
  /** Decisions up to the period's end; the first of them approved it. */
  readonly approvals: readonly [Approval, ...Approval[]];
  readonly isNew: boolean;
  /** What decisions of the period promised more than before. */
  readonly agreed: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly committedBefore: Money;
  readonly committed: Money;
};

/** The awards decided or moved in a period, or with money promised at either end; in the order in which they were decided. */
export function awardsInPeriod(period: ReportPeriod): AwardInPeriod[] {
  const balances = Map.groupBy(period.view.all('awardBalance').values(), ({ awardId }) => awardId);
  return [...period.view.all('award').values()]
    .flatMap((award) => inPeriod(award, balances.get(award.id) ?? [], period))
    .toSorted((a, b) => a.approvals[0].sequence - b.approvals[0].sequence);
}

function inPeriod(award: Award, balances: readonly AwardBalance[], period: ReportPeriod): AwardInPeriod[] {
  const [first, ...others] = award.approvals.filter(({ decidedOn }) => decidedOn <= period.to);
  if (first === undefined) return [];
  const approvals = [first, ...others] as const;
  const isNew = first.decidedOn >= period.from;
  const figures = figuresOf(balances, period);
  const isOfInterest = Object.values(figures).some((figure) => !figure.isZero());
  const wasDecided = approvals.some(({ decidedOn }) => decidedOn >= period.from);
  if (!wasDecided && !isOfInterest) return [];
  return [{ award, approvals: [...approvals], isNew, agreed: agreedIn(approvals, period), ...figures }];
}

/** The amount of the last decision up to a date; nothing while that is to be confirmed. */
export const approvedBy = (approvals: readonly Approval[], date: PlainDate): Money =>
  approvals.findLast(({ decidedOn }) => decidedOn <= date)?.amountApproved ?? Money.zero;

function agreedIn(approvals: readonly Approval[], { from, to }: ReportPeriod): Money {
  const earlier = approvals.filter(({ decidedOn }) => decidedOn < from);
  return approvedBy(approvals, to).minus(approvedBy(earlier, to));
}

function figuresOf(balances: readonly AwardBalance[], period: ReportPeriod) {
  const days = balances.flatMap(({ days: own }) => Object.entries(own)).filter(([on]) => on <= period.to);
  const inside = days.filter(([on]) => isIn(period, on));
  const earlier = days.filter(([on]) => on < period.from);
  const sum = (of: typeof days, account: string): Money =>
    Money.sum(of.flatMap(([, amounts]) => amounts[account] ?? []));
  return {
    paid: sum(inside, `award-expenditure:${wentOut}`),
    refunded: sum(inside, `award-expenditure:${cameBack}`).negated(),
    committedBefore: sum(earlier, 'commitments'),
    committed: sum(days, 'commitments'),
  };
}
