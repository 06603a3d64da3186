import type { Posting } from '../ledger/posting.ts';
import type { Money } from '../money.ts';
import { latestOf, type PlainDate } from '../plain-date.ts';
import { type Award, isRatificationRefused } from './award.ts';
import { placeOf, releasePostings } from './commitment.ts';

/** When what a reversed payment commits again is released again: where ratification was refused, from then on. */
export const releasedAgainOn = ({ ratification }: Award, on: PlainDate): PlainDate =>
  latestOf(on, ratification?.ratifiedOn ?? on);

/** A reversed payment is committed again; but what the group refused to ratify is not, from the refusal on. */
export function releasesAgain(award: Award, amount: Money, on: PlainDate): Posting[] {
  if (!isRatificationRefused(award)) return [];
  const releasedOn = releasedAgainOn(award, on);
  return releasePostings(amount, { ...placeOf(award), ...(releasedOn === on ? {} : { on: releasedOn }) });
}
