import { isToBeConfirmed } from '../../../domain/award/award.ts';
import { operations } from '../../operations.ts';
import type { WholeAward } from './award.ts';
import type { AwardVisit, KnownAward } from './known-award.ts';

/** Why this person can't do here what their roles allow: duties are kept apart. */
export function heldBack({ award }: KnownAward, { may, caller }: AwardVisit): string[] {
  const { subject } = caller.person;
  const waits = award.status === 'submitted' || award.status === 'deferred' || award.variation !== undefined;
  const isToDecide = waits || isToBeConfirmed(award) || award.ratification?.status === 'awaited';
  const hasMoney = award.committedAmount.isPositive() || award.paidAmount.isPositive();
  const isAwaited = award.ratification?.status === 'awaited';
  const decides = may(operations.decideAward.access) && isToDecide;
  const actedHere = isAwaited && award.ratification?.actedBy === subject;
  return [
    decides ? whyNotDecide(award, subject) : undefined,
    decides && actedHere ? 'You took the chair’s action, so somebody else presides over its ratification.' : undefined,
    may(operations.payAward.access) && hasMoney ? whyNotHandle(award, subject) : undefined,
  ].filter((why) => why !== undefined);
}

/** Whoever has an interest in an award, proposed it or handled its money doesn't decide it. */
export function whyNotDecide({ interests, proposers, handlers }: WholeAward, subject: string): string | undefined {
  if (proposers.includes(subject)) return 'You proposed this award, so somebody else decides it.';
  if (handlers.includes(subject)) return 'You recorded a payment or refund of this award, so somebody else decides it.';
  const isInterested = interests.some((interest) => interest.subject === subject);
  return isInterested ? 'An interest of yours in this award is declared, so somebody else decides it.' : undefined;
}

/** Whoever proposed or decided an award doesn't handle its money. */
export function whyNotHandle({ proposers, deciders }: WholeAward, subject: string): string | undefined {
  if (proposers.includes(subject)) return 'You proposed this award, so somebody else records its payments and refunds.';
  return deciders.includes(subject)
    ? 'You decided this award, so somebody else records its payments and refunds.'
    : undefined;
}
