import { pence } from '../random/pence.ts';
import { endOfYear } from '../random/year.ts';
import type { Command, CommandTo } from './commands.ts';
import type { Event, Model } from './model.ts';

type Place = Pick<Event, 'fundId' | 'grantId' | 'on'>;

/** What an accepted command does to the figures, by the words of domain.md. */
export function eventsOf(command: Command, id: string, model: Model): Event[] {
  switch (command.act) {
    case 'agree': {
      const place = { fundId: command.fundId, grantId: id, on: command.on };
      const [gross, topSliced] = [pence(command.gross), pence(command.topSlice ?? '0')];
      return [
        { ...place, figure: 'income', amount: gross },
        { ...place, figure: 'receivable', amount: gross - topSliced },
        ...(topSliced === 0n ? [] : [{ ...place, figure: 'topSliced' as const, amount: topSliced }]),
      ];
    }
    case 'receive': {
      const [place, amount] = [placeOf(command, model), pence(command.amount)];
      return [
        { ...place, figure: 'cash', amount },
        { ...place, figure: 'receivable', amount: -amount },
      ];
    }
    case 'spend':
    case 'approve':
    case 'pay':
      return spendingOf(command, model);
    case 'repay':
    case 'repay-back': {
      const place = placeOf(command, model);
      const amount = pence(command.amount) * (command.act === 'repay' ? -1n : 1n);
      return [
        { ...place, figure: 'cash', amount },
        { ...place, figure: 'repayable', amount },
      ];
    }
    case 'reverse':
      return (model.recorded.get(command.sequence)?.events ?? []).map((event) => mirrored(event, command.on));
    case 'close':
      return returnsOf(command);
    case 'reopen':
      return (model.year(command.year).closing?.events ?? []).map((event) => mirrored(event, event.on));
    case 'certify':
      return [];
  }
}

function spendingOf(command: CommandTo<'spend' | 'approve' | 'pay'>, model: Model): Event[] {
  const amount = pence(command.amount);
  switch (command.act) {
    case 'spend': {
      const { fundId, grantId, on } = command;
      return [
        { fundId, grantId, on, figure: 'spent', amount },
        { fundId, grantId, on, figure: 'cash', amount: -amount },
      ];
    }
    case 'approve': {
      const { fundId, grantId, on, awardId } = command;
      return [{ fundId, grantId, awardId, on, figure: 'committed', amount }];
    }
    case 'pay': {
      const [promise] = model.ofAward(command.awardId);
      if (promise === undefined) return [];
      const place = { ...promise, on: command.on };
      return [
        { ...place, figure: 'spent', amount },
        { ...place, figure: 'cash', amount: -amount },
        { ...place, figure: 'committed', amount: -amount },
      ];
    }
  }
}

const mirrored = (event: Event, on: string): Event => ({ ...event, on, amount: -event.amount });

function placeOf({ grantId, on }: { grantId: string; on: string }, model: Model): Place {
  return { fundId: model.grants.find(({ id }) => id === grantId)?.fundId ?? '', grantId, on };
}

function returnsOf({ year, disposals }: CommandTo<'close'>): Event[] {
  return disposals
    .filter(({ treatment }) => treatment === 'return')
    .flatMap(({ fundId, grantId, amount }) => {
      const place = { fundId, grantId, on: endOfYear(year), amount: pence(amount) };
      return [
        { ...place, figure: 'returned' as const },
        { ...place, figure: 'repayable' as const },
      ];
    });
}
