import { z } from 'zod';
import { Money } from '../money.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { addMonths, type DateLimits, latestOf, PlainDate, planned } from '../plain-date.ts';
import { refuse } from '../refusal.ts';

export const Instalment = z.strictObject({ dueOn: PlainDate, amount: MoneyText });
export type Instalment = z.infer<typeof Instalment>;

/** Instalments as they are given, or how to work them out. */
export const InstalmentsBody = (limits: DateLimits) =>
  z.union(
    [
      z
        .array(z.strictObject({ dueOn: planned(limits), amount: Amount }))
        .min(1)
        .max(120),
      z
        .strictObject({
          count: z.int().min(1).max(120),
          firstDueOn: planned(limits),
          everyMonths: z.int().min(1).max(120),
        })
        .refine(
          ({ count, firstDueOn, everyMonths }) =>
            planned(limits).safeParse(addMonths(firstDueOn, (count - 1) * everyMonths)).success,
          { path: ['count'], error: 'The last of these instalments would be due more than ten years ahead.' },
        ),
    ],
    'Give the instalments ([{ dueOn, amount }]), or how to work them out ({ count, firstDueOn, everyMonths }).',
  );
export type InstalmentsBody = z.infer<ReturnType<typeof InstalmentsBody>>;

/** The instalments in order of date. Equal ones are worked out by largest remainder, so that they sum to the net amount. */
export function instalmentsOf(given: InstalmentsBody, netAmount: Money): Instalment[] {
  if (!('count' in given)) {
    const sum = Money.sum(given.map(({ amount }) => amount));
    if (!sum.equals(netAmount)) refuse({ code: 'instalments-do-not-sum', sum, netAmount });
    return given.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  }
  return netAmount
    .split(Array.from({ length: given.count }, () => 1))
    .map((amount, place) => ({ dueOn: addMonths(given.firstDueOn, place * given.everyMonths), amount }));
}

/**
 * Instalments after a change of the net amount: an uplift falls on the last one, or where all were received on a new
 * one; a cut on the last ones, from the end. A net amount is never below what was received, so that a cut never reaches
 * an instalment that was.
 */
export function adjusted(
  instalments: readonly Instalment[],
  netAmount: Money,
  uplift: { readonly received: Money; readonly dueOn: PlainDate },
): Instalment[] {
  const sum = Money.sum(instalments.map(({ amount }) => amount));
  const change = netAmount.minus(sum);
  const last = instalments.at(-1);
  if (last === undefined || change.isZero()) return [...instalments];
  const earlier = instalments.slice(0, -1);
  if (change.isPositive() && sum.isPositive() && !uplift.received.isLessThan(sum)) {
    return [...instalments, { dueOn: latestOf(uplift.dueOn, last.dueOn), amount: change }];
  }
  const amount = last.amount.plus(change);
  if (amount.isNegative() || (amount.isZero() && earlier.length > 0)) return adjusted(earlier, netAmount, uplift);
  return [...earlier, { ...last, amount }];
}
