import type { GrantTerms } from '../../../domain/grant/grant.ts';
import type { Variation } from '../../../domain/grant/variation.ts';
import { money, type Span } from '../page/text.ts';
import { periodText, underspendText } from './grant-words.ts';

/** What a variation changed: each term as it was, and as it is from then on. */
export function changesText({ before, after }: Pick<Variation, 'before' | 'after'>): Span[] {
  const changes = [gross(before, after), period(before, after), underspend(before, after), instalments(before, after)];
  const told = changes.filter((change) => change.length > 0);
  return told.length === 0 ? ['Nothing'] : told.flatMap((change, place) => [...(place === 0 ? [] : ['; ']), ...change]);
}

const gross = (before: GrantTerms, after: GrantTerms): Span[] =>
  before.grossAmount.equals(after.grossAmount)
    ? []
    : ['gross amount from ', money(before.grossAmount), ' to ', money(after.grossAmount)];

function period({ fundingPeriod: before }: GrantTerms, { fundingPeriod: after }: GrantTerms): Span[] {
  if (after === undefined || (before?.start === after.start && before.end === after.end)) return [];
  return ['funding period now ', ...periodText(after)];
}

const underspend = (before: GrantTerms, after: GrantTerms): Span[] =>
  before.underspend === after.underspend ? [] : [`underspend now: ${underspendText(after.underspend).toLowerCase()}`];

function instalments({ instalments: before }: GrantTerms, { instalments: after }: GrantTerms): Span[] {
  const isSame =
    before.length === after.length &&
    before.every(({ dueOn, amount }, place) => {
      const other = after[place];
      return other !== undefined && dueOn === other.dueOn && amount.equals(other.amount);
    });
  if (isSame) return [];
  if (before.length === after.length) return ['dates or amounts of the instalments'];
  return [`number of instalments from ${before.length} to ${after.length}`];
}
