import type { PlainDate } from '../plain-date.ts';
import { type Grant, termsOf } from './grant.ts';
import { adjusted } from './instalment.ts';
import type { GrantVaried } from './variation.ts';

/** The grant with the terms before its latest variation; top-slices notified since stay. */
export function undoVariation(grant: Grant, { before, previous }: GrantVaried, dueOn: PlainDate): Grant {
  const { fundingPeriod: _, underspend: __, lastVariation: ___, ...rest } = grant;
  const netAmount = before.grossAmount.minus(grant.topSlicedAmount);
  return {
    ...rest,
    ...termsOf({
      ...before,
      instalments: adjusted(before.instalments, netAmount, { received: grant.receivedAmount, dueOn }),
    }),
    netAmount,
    ...(previous === undefined ? {} : { lastVariation: previous }),
  };
}
