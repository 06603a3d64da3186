import { isToBeConfirmed } from '../../../domain/award/award.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { date, money, type Text } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { type KnownAward, meetingLink } from './known-award.ts';
import { isOverdue, standingOf } from './standing.ts';

/** How an award stands, and what everybody has to know of it first. */
export function alertsOf(known: KnownAward, today: PlainDate): Block[] {
  const { award } = known;
  return [
    paragraph(...standingOf(award, today)),
    ...(award.ratification === undefined ? [] : ratificationBlocks(known, today)),
    ...(award.variation === undefined ? [] : [variationBlock(known)]),
    ...(isToBeConfirmed(award)
      ? [inset(['Approved, and the amount is to be confirmed. It reserves no money until a meeting sets the amount.'])]
      : []),
  ];
}

const inset = (text: Text): Block => ({ kind: 'inset', text });

function ratificationBlocks(known: KnownAward, today: PlainDate): Block[] {
  const { ratification } = known.award;
  if (ratification?.status === 'refused') {
    const at = ratification.meetingId === undefined ? 'a meeting' : meetingLink(known, ratification.meetingId);
    return [inset(['The group refused to ratify the chair’s action at ', at, '. What was unpaid is released.'])];
  }
  if (ratification?.status !== 'awaited') return [];
  const { dueOn } = ratification;
  const due: Text = dueOn === undefined ? ['at the next meeting'] : ['by ', date(dueOn)];
  const text: Text = isOverdue(known.award, today)
    ? ['Chair’s action, not ratified. It was to be ratified ', ...due, ', and no meeting has done so.']
    : ['Chair’s action, not ratified yet. A meeting is to ratify it ', ...due, '.'];
  return [{ kind: 'warning', text }];
}

function variationBlock({ award: { variation, amountApproved } }: KnownAward): Block {
  if (variation === undefined) return inset('');
  const before: Text = amountApproved === null ? [] : [' instead of ', money(amountApproved)];
  const until = '. What was approved stands until a meeting decides.';
  return inset(['A variation asks for ', money(variation.amountRequested), ...before, until]);
}
