import { pence } from '../random/pence.ts';
import { yearOf } from '../random/year.ts';
import { unless } from '../random-awards/verdict.ts';
import { closingReasons } from './closing-verdict.ts';
import type { Command, CommandTo } from './commands.ts';
import { eventsOf } from './effects.ts';
import { type Event, figureOf, free, leastCommitted, leastFrom, type Model, toYear, yearsFrom } from './model.ts';
import { unspentAt } from './usage.ts';

/** The codes of the rules that a command would break; where there are none, it is to be accepted. */
export function reasons(command: Command, model: Model): string[] {
  switch (command.act) {
    case 'close':
      return closingReasons(command, model);
    case 'reopen': {
      const isClosed = model.closedYears().includes(command.year);
      const later = model.closedYears().some((year) => year > command.year);
      return isClosed ? unless(!later, 'later-year-closed') : ['year-not-closed'];
    }
    case 'certify':
      return certificationReasons(command, model);
    case 'reverse':
      return reversalReasons(command, model);
    default:
      // What is dated in a closed year is refused for that, whatever else is wrong with it.
      return model.isClosedOn(command.on) ? ['year-closed'] : postingReasons(command, model);
  }
}

function certificationReasons({ year, by, isStale }: CommandTo<'certify'>, model: Model): string[] {
  const { closing, isCertified } = model.year(year);
  if (closing === undefined) return ['year-not-closed'];
  return [
    ...unless(!isCertified, 'already-exists'),
    ...unless(closing.by !== by, 'separation-of-duties'),
    ...unless(!isStale, 'stale-statement'),
  ];
}

type Posting = Exclude<Command, { act: 'close' | 'reopen' | 'certify' | 'reverse' }>;

function postingReasons(command: Posting, model: Model): string[] {
  switch (command.act) {
    case 'agree':
      return unless(pence(command.topSlice ?? '0') <= pence(command.gross), 'top-slice-exceeds-outstanding');
    case 'receive': {
      const { grantId, on, amount } = command;
      const counts = model.grants.find(({ id }) => id === grantId)?.agreedOn ?? '';
      const left = leastFrom(model.ofGrant(grantId), on > counts ? on : counts, (toDate) =>
        figureOf(toDate, 'receivable'),
      );
      return unless(pence(amount) <= left && on >= counts, 'receipt-exceeds-outstanding');
    }
    case 'spend':
    case 'approve':
      return unless(isCovered(command, model), 'insufficient-funds');
    case 'pay': {
      const { awardId, on, amount } = command;
      if (on < (model.decidedOn.get(awardId) ?? '')) return ['date-out-of-order'];
      return unless(pence(amount) <= leastCommitted(model.ofAward(awardId), on), 'payment-exceeds-commitment');
    }
    case 'repay':
    case 'repay-back': {
      const owed = leastFrom(
        model.ofGrant(command.grantId),
        command.on,
        (toDate) => figureOf(toDate, 'repayable') * (command.act === 'repay' ? 1n : -1n),
      );
      return unless(pence(command.amount) <= owed, 'repayment-exceeds-owed');
    }
  }
}

function reversalReasons({ sequence, on }: CommandTo<'reverse'>, model: Model): string[] {
  const original = model.recorded.get(sequence);
  if (original === undefined) return ['not-reversible'];
  if (original.isReversed) return ['already-reversed'];
  return model.isClosedOn(on) ? ['year-closed'] : unless(on >= original.on, 'date-out-of-order');
}

/** No year ends with more taken than there is: of the fund, and, where grants are named, of any of them. */
function isCovered(command: CommandTo<'spend' | 'approve'>, model: Model): boolean {
  const before = model.ofFund(command.fundId);
  const taken = eventsOf(command, '', model);
  if (pence(command.amount) > leastFrom(before, command.on, free)) return false;
  if (command.grantId === undefined && !areGrantsNamed(before)) return true;
  const after = [...before, ...taken];
  return yearsFrom(after, command.on).every((year) => {
    const [had, has] = [before, after].map((events) => unspentAt(events, model.grants, year, promised));
    const missing = free(toYear(after, year));
    return [...(has ?? [])].every(
      ([id, left]) => left >= (missing < 0n ? missing : 0n) || left >= (had?.get(id) ?? 0n),
    );
  });
}

export const promised = ['spent', 'committed'] as const;

/** Whether anything spent or promised of a year names a grant. */
function areGrantsNamed(events: readonly Event[]): boolean {
  const named = events.filter(({ grantId }) => grantId !== undefined);
  const groups = Map.groupBy(named, ({ grantId, on }) => `${grantId} ${yearOf(on)}`);
  return [...groups.values()].some((own) => figureOf(own, ...promised) !== 0n);
}
