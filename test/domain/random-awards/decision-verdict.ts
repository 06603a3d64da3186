import { pence } from '../random/pence.ts';
import type { CommandTo } from './commands.ts';
import {
  authoritiesFor,
  barredFrom,
  hasInterest,
  isAwaited,
  isToBeConfirmed,
  type Model,
  type ModelAward,
  type ModelMeeting,
  moreThan,
  presidingFor,
} from './model.ts';
import { available, leastCommittedFrom } from './moves.ts';
import { unless, type Verdict } from './verdict.ts';

/** What a decision, a ratification or a chair's action would break. */
export function decisionReasons(
  command: CommandTo<'decide' | 'ratify' | 'chairs-action'>,
  award: ModelAward,
  meeting: ModelMeeting | undefined,
  model: Model,
): Verdict {
  if (command.act === 'chairs-action') return actionReasons(command, award, model);
  if (meeting === undefined) return { broken: ['not-found'], perhaps: [] };
  const atMeeting = meetingReasons(command, award, meeting, model);
  if (command.act === 'ratify') {
    const { action } = award;
    const isToRatify = ['approved', 'closed'].includes(award.status) && isAwaited(award);
    const isLater = action === undefined || meeting.heldOn >= action.on;
    const own = [...unless(isToRatify, 'invalid-transition'), ...unless(isLater, 'date-out-of-order')];
    return { broken: [...atMeeting, ...own], perhaps: [] };
  }
  const itemReasons = [...transitionReasons(command, award), ...deferralReasons(command, meeting, model)];
  const { broken, perhaps } = approvalReasons(command, award, meeting, model);
  return { broken: [...atMeeting, ...itemReasons, ...broken], perhaps };
}

/** The meeting is open, whoever decides presides over this item, and there is a quorum for it. */
function meetingReasons(
  { act, by }: CommandTo<'decide' | 'ratify'>,
  award: ModelAward,
  meeting: ModelMeeting,
  model: Model,
): string[] {
  const [terms, isRatified] = [model.termsOn(meeting.heldOn), act === 'ratify'];
  return [
    ...unless(meeting.status === 'open', 'meeting-not-open'),
    ...barredFrom(award, meeting, by, isRatified),
    ...unless(presidingFor(award, meeting, terms, isRatified) === by, 'not-presiding'),
    ...unless(authoritiesFor(meeting, award).length >= terms.quorum, 'meeting-not-quorate'),
  ];
}

/** A proposal or a variation is decided on the agenda of its meeting; an amount to be confirmed at any. */
function transitionReasons({ meeting, outcome, amount }: CommandTo<'decide'>, award: ModelAward): string[] {
  const isOnAgenda = unless(award.agenda === meeting, 'invalid-transition');
  const hasAmount = unless(outcome !== 'approved' || amount !== undefined, 'amount-not-confirmed');
  if (award.status === 'submitted' || award.status === 'deferred') return isOnAgenda;
  if (award.status !== 'approved') return ['invalid-transition'];
  if (award.variation !== undefined) return [...isOnAgenda, ...hasAmount];
  const isForAmount = isToBeConfirmed(award) && outcome === 'approved';
  return [...unless(isForAmount, 'invalid-transition'), ...hasAmount];
}

function deferralReasons(
  { meeting: place, deferredTo }: CommandTo<'decide'>,
  meeting: ModelMeeting,
  model: Model,
): string[] {
  if (deferredTo === undefined) return [];
  const next = model.meetings[deferredTo];
  if (next === undefined) return ['not-found'];
  return [
    ...unless(deferredTo !== place, 'invalid-transition'),
    ...unless(next.heldOn >= meeting.heldOn, 'date-out-of-order'),
    ...unless(next.status !== 'closed', 'meeting-not-open'),
  ];
}

/** An approval is within the money and the request, in order, and leaves no day with more paid or released than approved. */
function approvalReasons(
  { outcome, amount }: CommandTo<'decide'>,
  award: ModelAward,
  { heldOn }: ModelMeeting,
  model: Model,
): Verdict {
  const last = award.approvals.at(-1);
  if (outcome !== 'approved') return { broken: [], perhaps: [] };
  const isInOrder = unless((last === undefined || heldOn >= last.on) && heldOn >= award.closedOn, 'date-out-of-order');
  if (amount === undefined) return { broken: isInOrder, perhaps: [] };
  const more = moreThan(award, amount, model);
  const isAboveUse = leastCommittedFrom(model.ofAward(award), heldOn) + more >= 0n;
  const money = promiseReasons(award, { amount: more, approved: pence(amount), on: heldOn }, model);
  return {
    broken: [...isInOrder, ...unless(isAboveUse, 'approval-below-paid'), ...money.broken],
    perhaps: money.perhaps,
  };
}

type Promise = { readonly amount: bigint; readonly approved: bigint; readonly on: string };

function promiseReasons(award: ModelAward, { amount, approved, on }: Promise, model: Model): Verdict {
  const { percent } = model.termsOn(on);
  const isFree = amount <= 0n || amount <= available(model.ofFund(award.fundId), on, percent);
  const most = award.variation ?? award.asked;
  return {
    broken: [
      ...unless(isFree, 'insufficient-funds'),
      ...unless(most === undefined || approved <= most, 'approval-exceeds-request'),
    ],
    perhaps: amount > 0n && model.areGrantsNamed(award) ? ['insufficient-funds'] : [],
  };
}

function actionReasons({ by, amount, on }: CommandTo<'chairs-action'>, award: ModelAward, model: Model): Verdict {
  const { chair, limit } = model.termsOn(on);
  const approved = pence(amount);
  const { broken, perhaps } = promiseReasons(award, { amount: approved, approved, on }, model);
  return {
    broken: [
      ...unless(['draft', 'submitted', 'deferred'].includes(award.status), 'invalid-transition'),
      ...unless(award.agenda === undefined || model.meetings[award.agenda]?.status !== 'open', 'invalid-transition'),
      ...unless(!award.proposers.has(by) && !award.handlers.has(by), 'separation-of-duties'),
      ...unless(!hasInterest(award, by), 'interest-declared'),
      ...unless(award.deferredBy === undefined || on >= award.deferredBy.heldOn, 'date-out-of-order'),
      ...unless(chair === by, 'not-presiding'),
      ...unless(limit !== undefined && approved <= pence(limit), 'chairs-action-limit'),
      ...broken,
    ],
    perhaps,
  };
}
