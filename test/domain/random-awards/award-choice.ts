import { chooseClosure, choosePayment, chooseRefund, chooseReversal } from './cash-choice.ts';
import { choose, type Fits, isApproved, isBefore, isNotClosed, isOpen, sized, varies } from './choose.ts';
import type { Attendee, Command } from './commands.ts';
import { chooseAction, chooseDecision, chooseRatification } from './decision-choice.ts';
import { isAwaited, isToBeConfirmed, type Model, type ModelAward } from './model.ts';
import { people, pick } from './people.ts';
import type { Guided } from './steps.ts';

/** What a step asks for about an award. */
export function forAward(step: Guided, model: Model): Command {
  switch (step.act) {
    case 'declare-interest':
      return chooseInterest(step, model);
    case 'submit':
    case 'vary':
      return chooseItem(step, model);
    case 'withdraw':
      return chooseWithdrawal(step, model);
    case 'decide':
      return chooseDecision(step, model);
    case 'ratify':
      return chooseRatification(step, model);
    case 'chairs-action':
      return chooseAction(step, model);
    case 'pay':
      return choosePayment(step, model);
    case 'refund':
      return chooseRefund(step, model);
    case 'close-award':
      return chooseClosure(step, model);
    default:
      return chooseReversal(step, model);
  }
}

/** Somebody who proposes: rarely one of those who mostly preside. */
export const proposer = ({ who }: Guided): string => pick(who < 2 ? people.slice(0, 2) : people.slice(2), who, 'cat');

const meetingToCome = ({ other, isWild, kind }: Guided, { meetings }: Model): number =>
  choose(meetings, other, isWild || kind === 11, kind < 8 ? isOpen : isNotClosed, isNotClosed);

function chooseItem(step: Guided, model: Model): Command {
  const { which, isWild, kind, size } = step;
  const [by, meeting] = [proposer(step), meetingToCome(step, model)];
  if (step.act === 'submit') {
    const fits: Fits<ModelAward> = (one) => (isBefore(one) || varies(one)) && one.agenda === undefined;
    return { act: 'submit', by, award: choose(model.awards, which, isWild || kind === 0, fits), meeting };
  }
  const award = choose(model.awards, which, isWild, (one) => isApproved(one) && !varies(one) && !isAwaited(one));
  const before = model.awards[award]?.approvals.at(-1)?.amount ?? 0n;
  return { act: 'vary', by, award, meeting, amount: sized(size, before * 2n) };
}

function chooseWithdrawal(step: Guided, model: Model): Command {
  const { which, other, isWild, who } = step;
  const award = choose(model.awards, which, isWild, (one) => isBefore(one) || varies(one));
  const by = proposer(step);
  return { act: 'withdraw', by: who < 3 ? by : pick([...(model.awards[award]?.proposers ?? [])], other, by), award };
}

/** An interest of somebody by login, of the caller, or of an attendee. */
function chooseInterest(step: Guided, model: Model): Command {
  const { which, other, isWild, kind, present } = step;
  const fits: Fits<ModelAward> = (one) => isBefore(one) || varies(one) || isAwaited(one) || isToBeConfirmed(one);
  const award = choose(model.awards, which, isWild, fits);
  const meeting = meetingToCome(step, model);
  const there: readonly Attendee[] = model.meetings[meeting]?.attendance?.present ?? present;
  const { authorityId, name } = pick(there, which, { authorityId: 'essex-police', name: 'Nobody' });
  const isAttendee = kind % 2 === 0;
  const subject = isAttendee || kind === 1 ? undefined : pick(['ann', 'bob', ...people], other + which, 'ann');
  const attendee = isAttendee ? { authorityId, name } : undefined;
  return { act: 'declare-interest', by: proposer(step), award, meeting, subject, attendee };
}
