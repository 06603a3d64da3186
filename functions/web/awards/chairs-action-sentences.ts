import { amountOf } from '../page/records.ts';
import { date, money, name, type Span } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import type { Acted, Ratified } from './decision.ts';
import { moneyOf, strengthOf } from './decision-sentences.ts';
import type { KnownAward } from './known-award.ts';

/** What the chair approved between meetings, and why. */
export function actedBlocks(decision: Acted): Block[] {
  const { decidedBy, amountApproved, limit, ratifyBy, reason, moneyTest } = decision;
  return [
    paragraph(
      name(decidedBy.name ?? decidedBy.subject),
      ' approved ',
      amountOf(amountApproved, decision),
      ' between meetings; the terms of reference allow up to ',
      money(limit),
      '. To be ratified ',
      ...(ratifyBy === undefined ? ['at the next meeting.'] : ['by ', date(ratifyBy), '.']),
    ),
    paragraph('Reason: ', name(reason)),
    paragraph(...moneyOf(moneyTest)),
  ];
}

/** What the group made of it. */
export const ratifiedBlock = (known: KnownAward, decision: Ratified): Block =>
  paragraph(...ratifiedSentence(decision), ...strengthOf(known, decision));

const ratifiedSentence = ({ outcome, released }: Ratified): Span[] =>
  outcome === 'ratified'
    ? ['The group ratified the chair’s action. ']
    : ['The group refused to ratify the chair’s action. What was unpaid was released: ', money(released), '. '];
