import { choose, type Fits, isApproved, later, sized, varies } from './choose.ts';
import type { Command } from './commands.ts';
import { isToBeConfirmed, type Model, type ModelAward, type Movement } from './model.ts';
import { leastCommittedFrom, leastSpentFrom } from './moves.ts';
import { people, pick } from './people.ts';
import type { Guided } from './steps.ts';

/** Mostly somebody who neither proposed nor decided an award. */
function handler({ who }: Guided, award: ModelAward | undefined): string {
  const free = people.filter((one) => award?.proposers.has(one) !== true && award?.deciders.has(one) !== true);
  return pick(who < 2 || free.length === 0 ? people : free, who, 'eve');
}

/** Mostly no earlier than what it follows. */
const dayFrom = ({ isWild, kind, day }: Guided, from: string | undefined): string =>
  isWild || kind > 9 ? day : later(day, from);

export function choosePayment(step: Guided, model: Model): Command {
  const { which, isWild, kind, size } = step;
  const fits: Fits<ModelAward> = (one) =>
    isApproved(one) && (kind === 0 ? isToBeConfirmed(one) : model.committed(one) > 0n);
  const award = choose(model.awards, which, isWild, fits);
  const paying = model.awards[award];
  const on = dayFrom(step, paying?.approvals.find(({ amount }) => amount !== undefined)?.on);
  const most = paying === undefined ? 0n : leastCommittedFrom(model.ofAward(paying), on);
  return { act: 'pay', by: handler(step, paying), award, amount: sized(size, most), on };
}

export function chooseRefund(step: Guided, model: Model): Command {
  const { which, isWild, size } = step;
  const award = choose(model.awards, which, isWild, (one) => model.standing(one, 'pay').length > 0);
  const paid = model.awards[award];
  const days = paid === undefined ? [] : model.standing(paid, 'pay').map(({ on }) => on);
  const on = dayFrom(step, days.toSorted()[0]);
  const most = paid === undefined ? 0n : leastSpentFrom(model.ofAward(paid), on);
  return { act: 'refund', by: handler(step, paid), award, amount: sized(size, most), on };
}

export function chooseClosure(step: Guided, model: Model): Command {
  const award = choose(model.awards, step.which, step.isWild, (one) => isApproved(one) && !varies(one));
  const on = dayFrom(step, model.awards[award]?.lastMovedOn);
  return { act: 'close-award', by: handler(step, undefined), award, on };
}

/** Takes back a payment or a refund, of these more often than there are. */
export function chooseReversal(step: Guided, model: Model): Command {
  const stands: Fits<Movement> = ({ reversedOn }) => reversedOn === undefined;
  const isWanted: Fits<Movement> = (one) => stands(one) && (step.kind > 3 || one.kind === 'refund');
  const movement = choose(model.movements, step.which, step.isWild, isWanted, stands);
  const { award = -1, on } = model.movements[movement] ?? {};
  return { act: 'reverse', by: handler(step, model.awards[award]), movement, on: dayFrom(step, on) };
}
