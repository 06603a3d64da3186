import { z } from 'zod';
import { refuse } from '../refusal.ts';

export const AwardStatus = z.enum(['draft', 'submitted', 'deferred', 'approved', 'rejected', 'withdrawn', 'closed']);
export type AwardStatus = z.infer<typeof AwardStatus>;

/** What may be done to an award. */
export type AwardAct =
  | 'submission'
  | 'withdrawal'
  | 'decision'
  | 'chairs-action'
  | 'ratification'
  | 'variation'
  | 'interest'
  | 'payment'
  | 'refund'
  | 'closure';

/**
 * What each state allows. Beyond the table: approved awards are submitted and withdrawn only as far as a variation of
 * theirs waits, decided only while a variation or their amount does, ratified only while that is awaited.
 */
export const lifecycle = {
  draft: ['submission', 'withdrawal', 'chairs-action', 'interest'],
  submitted: ['submission', 'withdrawal', 'decision', 'chairs-action', 'interest'],
  deferred: ['submission', 'withdrawal', 'decision', 'chairs-action', 'interest'],
  approved: [
    'submission',
    'withdrawal',
    'decision',
    'ratification',
    'variation',
    'interest',
    'payment',
    'refund',
    'closure',
  ],
  rejected: [],
  withdrawn: [],
  closed: ['refund', 'ratification', 'interest'],
} as const satisfies Record<AwardStatus, readonly AwardAct[]>;

/** Refuses what the state of an award doesn't allow. */
export function assertAllowed(awardStatus: AwardStatus, act: AwardAct): void {
  const allowed: readonly AwardAct[] = lifecycle[awardStatus];
  if (!allowed.includes(act)) refuse({ code: 'invalid-transition', because: sentence(awardStatus, act) });
}

const sentence = (awardStatus: AwardStatus, act: AwardAct): string =>
  `The award is ${states[awardStatus]}: ${acts[act]}.`;

const states = {
  draft: 'a draft',
  submitted: 'waiting for a decision',
  deferred: 'deferred',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  closed: 'closed',
} as const satisfies Record<AwardStatus, string>;

const acts = {
  submission: 'it can’t be put on an agenda',
  withdrawal: 'it can’t be withdrawn',
  decision: 'a meeting can’t decide it',
  'chairs-action': 'there is nothing left for chair’s action',
  ratification: 'there is nothing to ratify',
  variation: 'it can’t be varied',
  interest: 'nothing about it is left to decide',
  payment: 'nothing can be paid',
  refund: 'nothing was paid that could come back',
  closure: 'it can’t be closed',
} as const satisfies Record<AwardAct, string>;
