import { today } from '../test-ledger.ts';
import type { Command } from './commands.ts';
import type { Model } from './model.ts';
import { pence, sum } from './pence.ts';
import { endOfYear, startOfYear } from './year.ts';

export type Figure = 'forward' | 'income' | 'topSliced' | 'spent' | 'cash' | 'receivable' | 'advance' | 'repayable';

/** One figure of a fund that rose on a day by some pence; it fell where they are negative. */
export type Event = {
  readonly fundId: string;
  readonly grantId?: string | undefined;
  readonly on: string;
  readonly figure: Figure;
  readonly amount: bigint;
};

export const figureOf = (events: readonly Event[], ...figures: readonly Figure[]): bigint =>
  sum(events.filter(({ figure }) => figures.includes(figure)).map(({ amount }) => amount));

export const worth = (events: readonly Event[]): bigint =>
  figureOf(events, 'forward', 'income') - figureOf(events, 'topSliced', 'spent');

const latest = (one: string, other: string): string => (one > other ? one : other);

/** What an accepted command does to the figures, by the words of domain.md. */
export function eventsOf(command: Command, id: string, model: Model): Event[] {
  const grant = 'grantId' in command && command.grantId !== undefined ? model.grants.get(command.grantId) : undefined;
  const ofGrant = { fundId: grant?.fundId ?? '', grantId: grant?.id };
  switch (command.act) {
    case 'agree': {
      const [start, end] = [startOfYear(command.year), endOfYear(command.year)];
      const on = command.on < start ? start : command.on > end ? end : command.on;
      const [place, gross, topSliced] = [
        { fundId: command.fundId, grantId: id, on },
        pence(command.gross),
        pence(command.topSlice ?? '0'),
      ];
      return [
        { ...place, figure: 'income', amount: gross },
        { ...place, figure: 'topSliced', amount: topSliced },
        { ...place, figure: 'receivable', amount: gross - topSliced },
      ];
    }
    case 'receive': {
      const [amount, on, counts] = [pence(command.amount), command.on, grant?.effectiveOn ?? ''];
      const cash: Event = { ...ofGrant, on, figure: 'cash', amount };
      if (on >= counts) return [cash, { ...ofGrant, on, figure: 'receivable', amount: -amount }];
      return [
        cash,
        { ...ofGrant, on, figure: 'advance', amount },
        { ...ofGrant, on: counts, figure: 'advance', amount: -amount },
        { ...ofGrant, on: counts, figure: 'receivable', amount: -amount },
      ];
    }
    case 'top-slice': {
      const [place, amount] = [{ ...ofGrant, on: latest(command.on, grant?.effectiveOn ?? '') }, pence(command.amount)];
      return [
        { ...place, figure: 'topSliced', amount },
        { ...place, figure: 'receivable', amount: -amount },
      ];
    }
    case 'vary': {
      const place = { ...ofGrant, on: latest(command.on, grant?.effectiveOn ?? '') };
      const amount = pence(command.gross) - (grant?.gross ?? 0n);
      return [
        { ...place, figure: 'income', amount },
        { ...place, figure: 'receivable', amount },
      ];
    }
    case 'spend': {
      const { fundId, grantId, on } = command;
      const amount = pence(command.amount);
      return [
        { fundId, grantId, on, figure: 'spent', amount },
        { fundId, grantId, on, figure: 'cash', amount: -amount },
      ];
    }
    case 'open': {
      const { fundId, on } = command;
      const [cash, owed, owing] = [pence(command.bank), pence(command.owed ?? '0'), pence(command.owing ?? '0')];
      return [
        { fundId, on, figure: 'forward', amount: cash + owed - owing },
        { fundId, on, figure: 'cash', amount: cash },
        { fundId, on, figure: 'receivable', amount: owed },
        { fundId, on, figure: 'repayable', amount: owing },
      ];
    }
    case 'receive-owed':
    case 'repay-owing': {
      const { fundId, on } = command;
      const [amount, isReceipt] = [pence(command.amount), command.act === 'receive-owed'];
      return [
        { fundId, on, figure: 'cash', amount: isReceipt ? amount : -amount },
        { fundId, on, figure: isReceipt ? 'receivable' : 'repayable', amount: -amount },
      ];
    }
    case 'reverse':
      return mirrored(command, model);
    case 'meet-condition':
    case 'repay':
    case 'note-shared-fund':
      return [];
  }
}

/** The same turned round, no earlier than the reversal; what is yet to count is taken back on its own day. */
export function mirrored({ sequence, on }: { sequence: number; on: string }, model: Model): Event[] {
  const original = model.recorded.get(sequence);
  const from = original !== undefined && original.on > today ? original.on : on;
  return (original?.events ?? []).map((event) => ({ ...event, on: latest(event.on, from), amount: -event.amount }));
}
