import { pence } from '../random/pence.ts';
import type { CommandTo } from './commands.ts';
import { isToBeConfirmed, type Model, type ModelAward, type Movement } from './model.ts';
import { free, leastCommittedFrom, leastSpentFrom, type Move, paid, until, yearEnds } from './moves.ts';
import { unless, type Verdict } from './verdict.ts';

type MoneyCommand = CommandTo<'pay' | 'refund' | 'close-award' | 'reverse'>;

/** What a payment, a refund, a closure or a reversal would break. */
export function moneyReasons(command: MoneyCommand, award: ModelAward | undefined, model: Model): Verdict {
  if (command.act === 'reverse') return reversalReasons(command, model);
  if (award === undefined) return { broken: ['not-found'], perhaps: [] };
  switch (command.act) {
    case 'pay':
      return paymentReasons(command, award, model);
    case 'refund':
      return refundReasons(command, award, model);
    case 'close-award': {
      const isOpen = award.status === 'approved' && award.variation === undefined;
      const isLast = command.on >= award.lastMovedOn;
      return {
        broken: [...unless(isOpen, 'invalid-transition'), ...unless(isLast, 'date-out-of-order')],
        perhaps: [],
      };
    }
  }
}

const handles = ({ proposers, deciders }: ModelAward, subject: string): string[] =>
  unless(!proposers.has(subject) && !deciders.has(subject), 'separation-of-duties');

/** On no day from the payment's on is more paid than was promised by then. */
function paymentReasons({ by, amount, on }: CommandTo<'pay'>, award: ModelAward, model: Model): Verdict {
  const first = award.approvals.find((one) => one.amount !== undefined);
  const isDecided = first !== undefined && on >= first.on;
  const isPromised = pence(amount) <= leastCommittedFrom(model.ofAward(award), on);
  return {
    broken: [
      ...unless(award.status === 'approved', 'invalid-transition'),
      ...handles(award, by),
      ...unless(!isToBeConfirmed(award), 'amount-not-confirmed'),
      ...unless(isDecided, 'date-out-of-order'),
      ...unless(isPromised || !isDecided, 'payment-exceeds-commitment'),
    ],
    perhaps: [],
  };
}

/** On no day has more come back than was paid by then, and nothing comes back before the first payment. */
function refundReasons({ by, amount, on }: CommandTo<'refund'>, award: ModelAward, model: Model): Verdict {
  const moves = model.ofAward(award);
  const isPaid = pence(amount) <= leastSpentFrom(moves, on);
  const first = moves
    .map((move) => move.on)
    .toSorted()
    .find((day) => paid(until(moves, day)) > 0n);
  return {
    broken: [
      ...unless(['approved', 'closed'].includes(award.status), 'invalid-transition'),
      ...handles(award, by),
      ...unless(isPaid, 'refund-exceeds-paid'),
      ...unless(first === undefined || on >= first, 'date-out-of-order'),
    ],
    perhaps: [],
  };
}

function reversalReasons({ by, on, movement: place }: CommandTo<'reverse'>, model: Model): Verdict {
  const movement = model.movements[place];
  const award = movement && model.awards[movement.award];
  if (movement === undefined || award === undefined) return { broken: ['not-reversible'], perhaps: [] };
  const isRefund = movement.kind === 'refund';
  const isStillPaid = movement.amount <= leastSpentFrom(model.ofAward(award), on);
  const isCovered = (grantId?: string): boolean => isStillFree(model.ofFund(award.fundId, grantId), movement, on);
  return {
    broken: [
      ...unless(movement.reversedOn === undefined, 'already-reversed'),
      ...unless(on >= movement.on, 'date-out-of-order'),
      ...handles(award, by),
      ...unless(isRefund || isStillPaid, 'not-reversible'),
      ...unless(!isRefund || isCovered(), 'insufficient-funds'),
      ...unless(!isRefund || award.grantId === undefined || isCovered(award.grantId), 'insufficient-funds'),
    ],
    perhaps: [],
  };
}

/** Without a refund, the money at the end of every year still covers what was promised from it. */
const isStillFree = (moves: readonly Move[], { amount }: Movement, on: string): boolean =>
  yearEnds(moves, on).every((end) => free(until(moves, end)) >= amount);
