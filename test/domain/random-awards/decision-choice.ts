import { pence } from '../random/pence.ts';
import { choose, earlier, type Fits, isBefore, isNotClosed, isOpen, sized } from './choose.ts';
import type { Command } from './commands.ts';
import { isAwaited, isToBeConfirmed, type Model, type ModelAward, type ModelMeeting, presidingFor } from './model.ts';
import { available } from './moves.ts';
import { people, pick } from './people.ts';
import type { Guided } from './steps.ts';

/** On the agenda of a meeting that is open. */
const isAtMeeting = ({ agenda }: ModelAward, { meetings }: Model): boolean =>
  agenda !== undefined && meetings.slice(agenda, agenda + 1).some(isOpen);

export function chooseAction({ which, other, isWild, kind, size, day, who }: Guided, model: Model): Command {
  const isBetween: Fits<ModelAward> = (one) => isBefore(one) && !isAtMeeting(one, model);
  const award = choose(model.awards, which, isWild, isBetween);
  const meetings = model.meetings.filter(isOpen).map(({ heldOn }) => heldOn);
  // Mostly some meeting can still ratify it.
  const on = kind > 7 ? day : earlier(day, meetings.toSorted().at(-1));
  const { chair = 'ann', limit = '1.00' } = model.termsOn(on);
  const by = who < 2 ? pick(people, other, chair) : chair;
  return { act: 'chairs-action', by, award, amount: sized(size, pence(limit)), on };
}

export function chooseRatification(step: Guided, model: Model): Command {
  const { which, other, isWild, kind } = step;
  const award = choose(model.awards, which, isWild, isAwaited);
  const item = model.awards[award];
  const isLater: Fits<ModelMeeting> = (one) => isOpen(one) && one.heldOn >= (item?.action?.on ?? '');
  const isReady: Fits<ModelMeeting> = (one) =>
    isLater(one) && item !== undefined && presidingFor(item, one, model.termsOn(one.heldOn), true) !== undefined;
  const meeting = choose(model.meetings, other, isWild || kind === 11, kind > 8 ? isOpen : isReady, isLater);
  const by = decider(step, model, award, meeting);
  return { act: 'ratify', by, award, meeting, outcome: kind % 2 === 0 ? 'ratified' : 'refused' };
}

export function chooseDecision(step: Guided, model: Model): Command {
  const { which, other, isWild, kind, size, day } = step;
  const award = choose(model.awards, which, isWild, (one) => isAtMeeting(one, model) || isToBeConfirmed(one));
  const { agenda, asked, variation, fundId = '' } = model.awards[award] ?? {};
  const meeting = isWild || agenda === undefined ? choose(model.meetings, other, isWild, isOpen) : agenda;
  const heldOn = model.meetings[meeting]?.heldOn ?? day;
  const by = decider(step, model, award, meeting);
  if (kind > 9) return { act: 'decide', by, award, meeting, ...withoutApproval(step, model, heldOn) };
  const free = available(model.ofFund(fundId), heldOn, model.termsOn(heldOn).percent);
  const most = variation ?? asked ?? free;
  const amount = kind === 0 ? undefined : sized(size, kind < 3 || free > most ? most : free);
  return { act: 'decide', by, award, meeting, outcome: 'approved', amount, deferredTo: undefined };
}

function withoutApproval({ kind, other, which }: Guided, { meetings }: Model, heldOn: string) {
  const isLater: Fits<ModelMeeting> = (one) => isNotClosed(one) && one.heldOn > heldOn;
  const deferredTo = other % 3 === 0 ? undefined : choose(meetings, other, other % 5 === 0, isLater);
  const isRejected = kind === 11 && which % 3 === 0;
  return isRejected
    ? { outcome: 'rejected' as const, amount: undefined, deferredTo: undefined }
    : { outcome: 'deferred' as const, amount: undefined, deferredTo };
}

/** Mostly whoever presides over the item. */
function decider({ act, who }: Guided, model: Model, award: number, meeting: number): string {
  const [item, at] = [model.awards[award], model.meetings[meeting]];
  const anybody = pick(people, who, 'ann');
  if (who < 2 || item === undefined || at === undefined) return anybody;
  return presidingFor(item, at, model.termsOn(at.heldOn), act === 'ratify') ?? anybody;
}
