import { isToBeConfirmed } from '../../../domain/award/award.ts';
import type { AnswerOf } from '../api/api.ts';
import { amountOf } from '../page/records.ts';
import { money, type Span } from '../page/text.ts';

export type ListedAward = AnswerOf<'listAwards'>['items'][number];
export type WholeAward = AnswerOf<'getAward'>;

export const askedOf = (award: Pick<ListedAward, 'amountRequested' | 'note'>): Span =>
  award.amountRequested === undefined ? 'No amount yet' : amountOf(award.amountRequested, award);

/** What was approved; where no amount is, why there is none, since no amount isn't £0.00. */
export function approvedOf(award: ListedAward): Span {
  if (award.amountApproved !== null) return amountOf(award.amountApproved, award);
  if (isToBeConfirmed(award)) return 'To be confirmed';
  return award.status === 'rejected' || award.status === 'withdrawn' ? 'Nothing' : 'Not decided';
}

/** An award whose amount is to be confirmed reserves nothing yet. */
export const committedOf = (award: ListedAward): Span =>
  isToBeConfirmed(award) ? 'Nothing yet' : money(award.committedAmount);
