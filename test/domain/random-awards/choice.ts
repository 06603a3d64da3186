import { today } from '../test-ledger.ts';
import { forAward, proposer } from './award-choice.ts';
import { choose, dayAfter, type Fits, isNotClosed, isOpen, later, sized } from './choose.ts';
import type { Command, Present } from './commands.ts';
import type { Model, ModelMeeting } from './model.ts';
import { available } from './moves.ts';
import { funds, officer, people, pick } from './people.ts';
import type { Guided } from './steps.ts';

/** What a step asks for. */
export function commandFor(step: Guided, model: Model): Command {
  switch (step.act) {
    case 'set-terms':
    case 'agree':
    case 'change-grant':
    case 'spend':
      return forMoney(step, model);
    case 'schedule':
    case 'attend':
    case 'open':
    case 'close':
    case 'confirm-minutes':
      return forMeeting(step, model);
    case 'propose': {
      const fundId = pick(funds, step.which, funds[0]).id;
      const grants = [...model.grants.keys()].filter((at) => model.grants[at]?.fundId === fundId);
      const grant = step.kind === 0 ? pick(grants, step.other, 0) : undefined;
      const asked = step.kind % 3 === 1 ? undefined : sized(step.size, available(model.ofFund(fundId), step.day));
      return { act: 'propose', by: proposer(step), fundId, grant, asked };
    }
    default:
      return forAward(step, model);
  }
}

function forMoney(step: Guided, model: Model): Command {
  const { which, day, size, isWild, kind, terms } = step;
  const [by, fundId] = [pick(people, step.who, 'eve'), pick(funds, which, funds[0]).id];
  switch (step.act) {
    case 'set-terms': {
      const from = isWild || kind === 0 || day > model.reliedOn ? day : dayAfter(model.reliedOn);
      return { act: 'set-terms', by, ...terms, on: from };
    }
    case 'agree':
      return { act: 'agree', by, fundId, amount: sized(size, 100_000n), on: day };
    case 'change-grant': {
      const grant = choose(model.grants, which, true);
      const on = isWild ? day : later(day, model.grants[grant]?.lastChangedOn);
      return { act: 'change-grant', by, grant, amount: sized(size, 100_000n), on };
    }
    default:
      return { act: 'spend', by, fundId, amount: sized(size, available(model.ofFund(fundId), day)), on: day };
  }
}

/** The same attendees with the logins that were left out, each login once. */
const withLogins = (present: readonly Present[]): Present[] =>
  present.map((one) => {
    const subject = people.find((login) => officer(login).name === one.name);
    const isFree = !present.some((other) => other.subject === subject);
    const isFirst = present.find(({ name }) => name === one.name) === one;
    return subject !== undefined && isFree && isFirst ? { ...one, subject } : one;
  });

function forMeeting(step: Guided, model: Model): Command {
  const { which, other, day, isAhead, isWild, kind, present } = step;
  const by = pick(people, step.who, 'eve');
  const waits: Fits<ModelMeeting> = ({ status, attendance }) => status === 'scheduled' && attendance === undefined;
  const isReady: Fits<ModelMeeting> = ({ status, heldOn, attendance }) =>
    status === 'scheduled' && attendance !== undefined && heldOn <= today;
  switch (step.act) {
    case 'attend': {
      const meeting = choose(model.meetings, which, isWild || kind > 8, waits, isNotClosed);
      const { chair, viceChair } = model.termsOn(model.meetings[meeting]?.heldOn ?? day);
      const officers = [chair, viceChair].flatMap((one) => one ?? []);
      const presiding = pick(isWild ? people : officers, other, 'ann');
      const there = kind > 8 ? withLogins(model.meetings[meeting]?.attendance?.present ?? present) : present;
      return { act: 'attend', by, meeting, presiding, present: there, isExplained: kind % 4 > 0 };
    }
    case 'open':
      return {
        act: 'open',
        by,
        meeting: choose(model.meetings, which, isWild, kind % 4 > 0 ? isReady : ({ status }) => status === 'scheduled'),
      };
    case 'close': {
      const isEnough = model.meetings.filter(isOpen).length > 2;
      return { act: 'close', by, meeting: choose(model.meetings, which, isWild || !isEnough, isOpen) };
    }
    case 'confirm-minutes': {
      const isOver: Fits<ModelMeeting> = ({ status, isConfirmed }) => status === 'closed' && !isConfirmed;
      const meeting = choose(model.meetings, which, isWild, isOver);
      const held = model.meetings[meeting]?.heldOn ?? '';
      const at = choose(model.meetings, other, isWild, ({ heldOn, status }) => heldOn > held && status !== 'scheduled');
      return { act: 'confirm-minutes', by, meeting, at };
    }
    default:
      return { act: 'schedule', by, on: isAhead ? `2018-0${7 + (kind % 3)}-10` : day };
  }
}
