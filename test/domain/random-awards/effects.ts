import { pence, sum, written } from '../random/pence.ts';
import type { Command, CommandTo } from './commands.ts';
import { authoritiesFor, type Model, type ModelAward, moreThan } from './model.ts';
import { available, type Move, releases } from './moves.ts';

/** What a command posts, by account and day in pence; undefined where that is none of an award's business. */
export function expectedMoves(command: Command, model: Model): Record<string, string> | undefined {
  if (['agree', 'change-grant', 'spend'].includes(command.act)) return undefined;
  const movement = command.act === 'reverse' ? model.movements[command.movement] : undefined;
  const award = model.awards['award' in command ? command.award : (movement?.award ?? -1)];
  return award === undefined ? {} : shownMoves(movesFor(command, award, model));
}

/** Moves as they compare: nothing where debits and credits cancel out. */
export function shownMoves(moves: readonly Move[]): Record<string, string> {
  const key = ({ account, category = '', fundId, grantId = '', awardId = '', on }: Move): string =>
    [on, account, category, fundId, grantId, awardId].join(' ');
  const sums = [...Map.groupBy(moves, key)].map(([of, own]) => [of, sum(own.map(({ amount }) => amount))] as const);
  return Object.fromEntries(sums.filter(([, amount]) => amount !== 0n).map(([of, amount]) => [of, written(amount)]));
}

function movesFor(command: Command, award: ModelAward, model: Model): Move[] {
  const heldOn = 'meeting' in command ? (model.meetings[command.meeting]?.heldOn ?? '') : '';
  switch (command.act) {
    case 'decide': {
      if (command.amount === undefined) return [];
      return promised(award, heldOn, moreThan(award, command.amount, model));
    }
    case 'chairs-action':
      return promised(award, command.on, pence(command.amount));
    case 'ratify': {
      if (command.outcome === 'ratified') return [];
      return releases(model.ofAward(award), heldOn).flatMap(({ on, amount }) => promised(award, on, -amount));
    }
    case 'pay':
      return paid(award, command.on, pence(command.amount));
    case 'refund':
      return spent(award, command.on, -pence(command.amount), 'refunds');
    case 'close-award':
      return promised(award, command.on, -model.committed(award));
    case 'reverse':
      return takenBack(command, award, model);
    default:
      return [];
  }
}

const placeOf = ({ fundId, grantId, id: awardId }: ModelAward) => ({
  fundId,
  ...(grantId === undefined ? {} : { grantId }),
  awardId,
});

const promised = (award: ModelAward, on: string, amount: bigint): Move[] => [
  { ...placeOf(award), account: 'commitments', on, amount },
  { ...placeOf(award), account: 'commitments-mirror', on, amount: -amount },
];

const spent = (award: ModelAward, on: string, amount: bigint, category: string): Move[] => [
  { ...placeOf(award), account: 'award-expenditure', category, on, amount },
  { ...placeOf(award), account: 'bank', on, amount: -amount },
];

const paid = (award: ModelAward, on: string, amount: bigint): Move[] => [
  ...spent(award, on, amount, 'payments'),
  ...promised(award, on, -amount),
];

function takenBack({ movement: place, on }: CommandTo<'reverse'>, award: ModelAward, model: Model): Move[] {
  const { kind, amount } = model.movements[place] ?? { kind: 'pay', amount: 0n };
  if (kind === 'refund') return spent(award, on, amount, 'refunds');
  const { status, ratifiedOn = on } = award.action ?? { status: undefined };
  const releasedOn = ratifiedOn > on ? ratifiedOn : on;
  const released = status === 'refused' ? promised(award, releasedOn, -amount) : [];
  return [...paid(award, on, -amount), ...released];
}

/** What a decision's entry says about how it came about. */
export function expectedFacts(command: Command, model: Model): object {
  const meeting = 'meeting' in command ? model.meetings[command.meeting] : undefined;
  const award = 'award' in command ? model.awards[command.award] : undefined;
  if (meeting !== undefined && command.act === 'open') {
    return { quorum: model.termsOn(meeting.heldOn).quorum, authorities: authoritiesFor(meeting) };
  }
  if (award === undefined) return {};
  if (command.act === 'chairs-action') return { moneyTest: moneyTest(award, pence(command.amount), command.on, model) };
  if (command.act === 'close-award') return { released: written(model.committed(award)) };
  if (meeting === undefined || (command.act !== 'decide' && command.act !== 'ratify')) return {};
  const { quorum } = model.termsOn(meeting.heldOn);
  const strength = { quorum, authorities: authoritiesFor(meeting, award), presiding: { subject: command.by } };
  if (command.act === 'ratify') {
    return { ...strength, released: written(command.outcome === 'refused' ? model.committed(award) : 0n) };
  }
  if (command.amount === undefined) return strength;
  const more = moreThan(award, command.amount, model);
  return { ...strength, moneyTest: moneyTest(award, more, meeting.heldOn, model) };
}

/** What was free before, and how far an allowance was used. */
function moneyTest({ fundId }: ModelAward, amount: bigint, on: string, model: Model): object {
  const free = available(model.ofFund(fundId), on);
  const { percent } = model.termsOn(on);
  const uncommittedBefore = written(free);
  if (percent === undefined || amount <= 0n || amount <= free) return { uncommittedBefore };
  return { uncommittedBefore, overCommitment: { percent, used: written(amount - (free < 0n ? 0n : free)) } };
}
