import { type Award, isRatificationRefused } from '../award/award.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AwardHistory } from './award-histories.ts';

/** A transaction of a grant, as 360Giving has it. */
export type Transaction = {
  readonly id: string;
  readonly transactionDate: PlainDate;
  readonly currency: 'GBP';
  readonly value: Money;
  readonly description: string;
  readonly dateModified?: string;
};

const currency = 'GBP';

/** What decisions promised: first the award, then each change of it; they sum to the amount awarded. */
export function commitmentsOf(award: Award, { recordedAt }: AwardHistory): Transaction[] {
  let before: Money | undefined;
  const approved = award.approvals.flatMap(({ sequence, decidedOn, amountApproved: amount }) => {
    if (amount === undefined) return [];
    const value = amount.minus(before ?? Money.zero);
    const description = before === undefined ? 'Approved' : 'Approved amount changed';
    before = amount;
    const at = recordedAt.get(sequence);
    const dateModified = at === undefined ? {} : { dateModified: at };
    return [{ transactionDate: decidedOn, value, description, ...dateModified }];
  });
  const all = [...approved, ...refused(award)].filter(({ value }) => !value.isZero());
  return all.map((one, place) => ({ id: `${award.id}-commitment-${place + 1}`, currency, ...one }));
}

function refused(award: Award) {
  const { ratification, releasedAmount } = award;
  if (!isRatificationRefused(award) || ratification?.ratifiedOn === undefined) return [];
  return [
    {
      transactionDate: ratification.ratifiedOn,
      value: releasedAmount.negated(),
      description: 'Ratification refused: released',
    },
  ];
}

/** Payments, and refunds as negative ones, by date. */
export const disbursementsOf = ({ disbursements }: AwardHistory): Transaction[] =>
  [...disbursements.values()]
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .map(({ id, on, amount, recordedAt }) => ({
      id,
      transactionDate: on,
      currency,
      value: amount,
      description: amount.isNegative() ? 'Refund' : 'Payment',
      dateModified: recordedAt,
    }));

export const sumOf = (transactions: readonly Transaction[]): Money => Money.sum(transactions.map(({ value }) => value));
