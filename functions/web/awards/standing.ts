import { isRatificationRefused, isToBeConfirmed } from '../../../domain/award/award.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { type Span, type TagColour, tag } from '../page/text.ts';
import type { ListedAward } from './award.ts';
import { statusWords } from './award-words.ts';

type Flag = { readonly text: string; readonly colour: TagColour };

/** How an award stands: its state, and what there is to know beside it. */
export function standingOf(award: ListedAward, today: PlainDate): Span[] {
  const { text, colour } = statusWords[award.status];
  const flag = flagOf(award, today);
  return [tag(text, colour), ...(flag === undefined ? [] : [' ', tag(flag.text, flag.colour)])];
}

function flagOf(award: ListedAward, today: PlainDate): Flag | undefined {
  if (award.ratification?.status === 'awaited') {
    return isOverdue(award, today)
      ? { text: 'Ratification overdue', colour: 'red' }
      : { text: 'Chair’s action, unratified', colour: 'orange' };
  }
  if (award.variation !== undefined) return { text: 'Variation waiting', colour: 'yellow' };
  if (isRatificationRefused(award)) return { text: 'Ratification refused', colour: 'red' };
  if (award.status !== 'approved') return undefined;
  if (isToBeConfirmed(award)) return { text: 'Amount to be confirmed', colour: 'yellow' };
  return award.committedAmount.isPositive() ? { text: 'To be paid', colour: 'blue' } : undefined;
}

/** Whether chair's action should have been ratified by now. */
export const isOverdue = ({ ratification }: Pick<ListedAward, 'ratification'>, today: PlainDate): boolean =>
  ratification?.status === 'awaited' && ratification.dueOn !== undefined && ratification.dueOn < today;

/** The urgency of what needs nobody any more. */
export const nothingWaits = 3;

/** How soon somebody has to do something about an award: what the group decides, then drafts, then what is to be paid. */
export function urgencyOf(award: ListedAward): number {
  const { status, ratification, variation, committedAmount } = award;
  if (ratification?.status === 'awaited' || variation !== undefined) return 0;
  if (status === 'submitted' || status === 'deferred') return 0;
  if (status === 'approved' && isToBeConfirmed(award)) return 0;
  if (status === 'draft') return 1;
  return status === 'approved' && committedAmount.isPositive() ? 2 : nothingWaits;
}
