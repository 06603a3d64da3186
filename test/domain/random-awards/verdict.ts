import { pence } from '../random/pence.ts';
import { today } from '../test-ledger.ts';
import { withLogins } from './apply.ts';
import { moneyReasons } from './award-money.ts';
import type { Command, CommandTo, Present } from './commands.ts';
import { decisionReasons } from './decision-verdict.ts';
import {
  authoritiesFor,
  hasInterest,
  type Interested,
  isAwaited,
  isKnownAs,
  isToBeConfirmed,
  type Model,
  type ModelAward,
  type ModelMeeting,
  whoIs,
} from './model.ts';
import { available } from './moves.ts';

/** The codes of the rules of domain.md that a command would break; where there are none, it is to be accepted. */
export type Verdict = {
  readonly broken: readonly string[];
  /** Codes of rules that the model doesn't work out to the end: with these alone, it may be refused. */
  readonly perhaps: readonly string[];
};

export const unless = (holds: boolean, code: string): string[] => (holds ? [] : [code]);

export function verdictOn(command: Command, model: Model): Verdict {
  const award = 'award' in command ? model.awards[command.award] : undefined;
  const meeting = 'meeting' in command ? model.meetings[command.meeting] : undefined;
  const isThere = (!('award' in command) || award !== undefined) && (!('meeting' in command) || meeting !== undefined);
  if (!isThere) return { broken: ['not-found'], perhaps: [] };
  if (award !== undefined && meeting !== undefined) return ofItem(command, award, meeting, model);
  if (award !== undefined) return ofAward(command, award, model);
  const broken = meeting === undefined ? ofWhole(command, model) : ofMeeting(command, meeting, model);
  return command.act === 'reverse'
    ? moneyReasons(command, undefined, model)
    : { broken, perhaps: grantsOf(command, model) };
}

const grantsOf = (command: Command, model: Model): string[] =>
  command.act === 'spend' && model.areGrantsNamed(command) ? ['insufficient-funds'] : [];

function ofWhole(command: Command, model: Model): string[] {
  switch (command.act) {
    case 'set-terms':
      return unless(command.on > model.reliedOn, 'terms-relied-on');
    case 'change-grant':
      return unless(command.on >= (model.grants[command.grant]?.lastChangedOn ?? ''), 'date-out-of-order');
    case 'spend': {
      const free = available(model.ofFund(command.fundId), command.on);
      return unless(pence(command.amount) <= free, 'insufficient-funds');
    }
    default:
      return [];
  }
}

function ofMeeting(command: Command, meeting: ModelMeeting, model: Model): string[] {
  const { status, heldOn } = meeting;
  const { quorum, chair, viceChair } = model.termsOn(heldOn);
  switch (command.act) {
    case 'attend': {
      const officers = [chair, viceChair].filter((one) => one !== undefined);
      return [
        ...unless(officers.length === 0 || officers.includes(command.presiding), 'not-presiding'),
        ...unless(command.isExplained || (!meeting.isReliedOn && status !== 'closed'), 'invalid-transition'),
        ...unless(doInterestedStay(meeting, withLogins(command, model.termsOn(heldOn))), 'invalid-transition'),
      ];
    }
    case 'open':
      return [
        ...unless(status === 'scheduled', 'invalid-transition'),
        ...unless(heldOn <= today, 'date-out-of-order'),
        ...unless(authoritiesFor(meeting).length >= quorum, 'meeting-not-quorate'),
      ];
    case 'close':
      return unless(status === 'open', 'meeting-not-open');
    case 'confirm-minutes':
      return minutesReasons(meeting, model.meetings[command.at]);
    default:
      return [];
  }
}

/** Who has an interest and was in the attendance stays in it. */
function doInterestedStay({ attendance, interested }: ModelMeeting, present: readonly Present[]): boolean {
  const isIn = (one: Interested, all: readonly Present[]): boolean =>
    all.some((person) => isKnownAs(one, person.subject, person));
  return interested.every((one) => !isIn(one, attendance?.present ?? []) || isIn(one, present));
}

const minutesReasons = ({ status, isConfirmed, heldOn }: ModelMeeting, later: ModelMeeting | undefined): string[] =>
  later === undefined
    ? ['not-found']
    : [
        ...unless(status === 'closed' && !isConfirmed, 'invalid-transition'),
        ...unless(later.heldOn > heldOn, 'date-out-of-order'),
        ...unless(later.status !== 'scheduled', 'meeting-not-open'),
      ];

const isBeforeDecision = ({ status }: ModelAward): boolean => ['draft', 'submitted', 'deferred'].includes(status);

/** Something that is on an agenda, or could be. */
const waits = (award: ModelAward): boolean =>
  isBeforeDecision(award) || (award.status === 'approved' && award.variation !== undefined);

function ofItem(command: Command, award: ModelAward, meeting: ModelMeeting, model: Model): Verdict {
  const isToCome = unless(meeting.status !== 'closed', 'meeting-not-open');
  switch (command.act) {
    case 'declare-interest':
      return { broken: [...isToCome, ...interestReasons(command, award, meeting)], perhaps: [] };
    case 'submit': {
      const from = award.agenda === undefined ? undefined : model.meetings[award.agenda];
      const stays = from === meeting ? award.status !== 'deferred' : from?.status === 'open';
      const isFree = unless(!award.handlers.has(command.by), 'separation-of-duties');
      const isLater = [
        ...unless(award.deferredBy !== meeting, 'invalid-transition'),
        ...unless(award.deferredBy === undefined || meeting.heldOn >= award.deferredBy.heldOn, 'date-out-of-order'),
      ];
      const isMovable = unless(waits(award) && !stays, 'invalid-transition');
      return { broken: [...isMovable, ...isToCome, ...isLater, ...isFree], perhaps: [] };
    }
    case 'vary': {
      const isVariable = award.status === 'approved' && award.variation === undefined && !isAwaited(award);
      const isConfirmed = unless(!isToBeConfirmed(award), 'amount-not-confirmed');
      const isFree = unless(!award.handlers.has(command.by), 'separation-of-duties');
      return {
        broken: [...unless(isVariable, 'invalid-transition'), ...isConfirmed, ...isToCome, ...isFree],
        perhaps: [],
      };
    }
    case 'decide':
    case 'ratify':
      return decisionReasons(command, award, meeting, model);
    default:
      return { broken: [], perhaps: [] };
  }
}

function interestReasons(
  { by, subject = by, attendee }: CommandTo<'declare-interest'>,
  award: ModelAward,
  meeting: ModelMeeting,
): string[] {
  const who = whoIs(meeting, subject, attendee);
  if (who === undefined) return ['not-found'];
  const isLeft =
    isBeforeDecision(award) ||
    (['approved', 'closed'].includes(award.status) &&
      (award.variation !== undefined || isAwaited(award) || (award.status === 'approved' && isToBeConfirmed(award))));
  const isKnown =
    (who.subject === undefined || hasInterest(award, who.subject)) &&
    (who.attendee === undefined || hasInterest(award, undefined, who.attendee));
  return unless(isLeft && !isKnown, 'invalid-transition');
}

function ofAward(command: Command, award: ModelAward, model: Model): Verdict {
  switch (command.act) {
    case 'withdraw':
      return {
        broken: [
          ...unless(waits(award), 'invalid-transition'),
          ...unless(award.proposers.has(command.by), 'separation-of-duties'),
        ],
        perhaps: [],
      };
    case 'chairs-action':
      return decisionReasons(command, award, undefined, model);
    case 'pay':
    case 'refund':
    case 'close-award':
      return moneyReasons(command, award, model);
    default:
      return { broken: [], perhaps: [] };
  }
}
