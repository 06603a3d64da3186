import type { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { sum } from '../random/pence.ts';
import type { Command } from './commands.ts';
import type { Model } from './model.ts';
import { allowance, committed, free, movesOf, until, yearEnds } from './moves.ts';

/** Awards and days on which less than nothing is committed, or days by which more came back than was paid. */
export function negatives(model: Model): string[] {
  return model.awards.flatMap((award) => {
    const own = model.ofAward(award);
    const days = [...new Set(own.map(({ on }) => on))];
    const below = days.filter((day) => committed(until(own, day)) < 0n);
    const refunded = days.filter((day) => {
      const spending = until(own, day).filter(({ account }) => account === 'award-expenditure');
      return sum(spending.map(({ amount }) => amount)) < 0n;
    });
    return [
      ...below.map((day) => `${award.id} has less than nothing committed on ${day}`),
      ...refunded.map((day) => `${award.id} has more refunded than paid by ${day}`),
    ];
  });
}

/** Years at whose end a fund has less than nothing free, by more than it may, after money was promised or spent. */
export function overdrawn(command: Command, entry: JournalEntry, model: Model): string[] {
  const isSpending = command.act === 'spend';
  const taken = movesOf(entry).filter(
    ({ account, amount }) => amount > 0n && (isSpending || account === 'commitments'),
  );
  if (!['spend', 'decide', 'chairs-action'].includes(command.act)) return [];
  return taken.flatMap(({ fundId, on }) => {
    const percent = isSpending ? undefined : model.termsOn(on).percent;
    const moves = model.ofFund(fundId);
    return yearEnds(moves, on)
      .filter((end) => free(until(moves, end)) + allowance(until(moves, end), percent) < 0n)
      .map((end) => `${fundId} on ${end}`);
  });
}
