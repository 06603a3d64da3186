import { yearInProse } from '../../../domain/prose-dates.ts';
import { amountOf } from '../page/records.ts';
import { money, name, type Span } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import type { Acted, Decided, Ratified } from './decision.ts';
import { authorityNames, type KnownAward, meetingLink } from './known-award.ts';

/** What a meeting decided, on which conditions, and with what money. */
export function decidedBlocks(known: KnownAward, decision: Decided): Block[] {
  const { conditions = [], moneyTest } = decision;
  const list: Block = { kind: 'list', items: conditions.map((condition) => name(condition)) };
  return [
    paragraph(...outcomeOf(known, decision), ' ', ...strengthOf(known, decision)),
    ...(conditions.length > 0 ? [paragraph('On these conditions:'), list] : []),
    ...(moneyTest === undefined ? [] : [paragraph(...moneyOf(moneyTest))]),
  ];
}

function outcomeOf(known: KnownAward, decision: Decided): Span[] {
  const { outcome, amountApproved, amountBefore, deferredTo, kind } = decision;
  if (outcome === 'deferred') {
    return deferredTo === undefined ? ['Deferred.'] : ['Deferred to ', meetingLink(known, deferredTo), '.'];
  }
  if (outcome === 'rejected')
    return [kind === 'variation' ? 'Rejected: what was approved before stands.' : 'Rejected.'];
  if (amountApproved === undefined)
    return ['Approved, with the amount to be confirmed: it reserves nothing until then.'];
  const amount = amountOf(amountApproved, decision);
  const { amountRequested } = known.award;
  if (amountBefore !== undefined) return ['Approved: ', amount, ' instead of ', money(amountBefore), '.'];
  const isPart = kind === 'proposal' && amountRequested !== undefined && amountApproved.isLessThan(amountRequested);
  return ['Approved: ', amount, ...(isPart ? [' of the ', money(amountRequested), ' asked for'] : []), '.'];
}

/** Where it was decided, who presided, and which authorities counted. */
export function strengthOf(known: KnownAward, decision: Decided | Ratified): Span[] {
  const { meetingId, minuteReference, presiding, quorum, authorities } = decision;
  return [
    'Decided at ',
    meetingLink(known, meetingId),
    ', minute ',
    name(minuteReference),
    '. ',
    name(presiding.name),
    ` presided; the quorum was ${quorum}, and these authorities counted: `,
    authorityNames(known, authorities),
    '.',
  ];
}

/** What was free before a promise, and how far it goes beyond that. */
export function moneyOf({ uncommittedBefore, overCommitment }: Acted['moneyTest']): Span[] {
  const free: Span[] = ['Uncommitted in the fund before: ', money(uncommittedBefore), '.'];
  if (overCommitment === undefined) return free;
  const { used, allowance, percent, financialYear } = overCommitment;
  const of = ` of the ${percent}% by which awards may go beyond the fund’s balance in ${yearInProse(financialYear)}, `;
  return [...free, ' It uses ', money(used), of, money(allowance), '.'];
}
