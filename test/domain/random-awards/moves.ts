import type { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { pence, sum } from '../random/pence.ts';
import { endOfYear, yearOf } from '../random/year.ts';
import { asJson } from '../test-ledger.ts';

/** One posting of the journal in whole pence; credits are negative. */
export type Move = {
  readonly account: string;
  readonly category?: string;
  readonly fundId: string;
  readonly grantId?: string;
  readonly awardId?: string;
  readonly on: string;
  readonly amount: bigint;
};

type Written = Omit<Move, 'on' | 'amount'> & { on?: string; debit?: string; credit?: string };

export function movesOf(entry: JournalEntry): Move[] {
  const { postings, effectiveOn } = asJson<{ postings: Written[]; effectiveOn: string }>(entry);
  return postings.map(({ debit, credit, on = effectiveOn, ...place }) => ({
    ...place,
    on,
    amount: pence(debit ?? '0') - pence(credit ?? '0'),
  }));
}

const positions = ['bank', 'grants-receivable', 'received-in-advance', 'repayable-to-funder'];
const promises = ['commitments', 'commitments-mirror'];

const total = (moves: readonly Move[]): bigint => sum(moves.map(({ amount }) => amount));

export const until = (moves: readonly Move[], day: string): Move[] => moves.filter(({ on }) => on <= day);

/** What is promised to awards and not yet paid. */
export const committed = (moves: readonly Move[]): bigint =>
  total(moves.filter(({ account }) => account === 'commitments'));

export const paid = (moves: readonly Move[]): bigint => total(moves.filter(({ category }) => category === 'payments'));
export const refunded = (moves: readonly Move[]): bigint =>
  -total(moves.filter(({ category }) => category === 'refunds'));

/** What a fund got less what it used: whatever is neither where the money lies nor a promise, turned round. */
export const worth = (moves: readonly Move[]): bigint =>
  -total(moves.filter(({ account }) => !positions.includes(account) && !promises.includes(account)));

export const free = (moves: readonly Move[]): bigint => worth(moves) - committed(moves);

export const allowance = (moves: readonly Move[], percent = 0): bigint => {
  const whole = worth(moves);
  return whole > 0n ? (whole * BigInt(percent)) / 100n : 0n;
};

/** The last day of a date's year, and of every later year in which something counts. */
export function yearEnds(moves: readonly Move[], from: string): string[] {
  const years = moves.map(({ on }) => yearOf(on)).filter((year) => year > yearOf(from));
  return [...new Set([yearOf(from), ...years])].toSorted().map(endOfYear);
}

export const least = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((one, next) => (next < one ? next : one), amounts[0] ?? 0n);

/** What may be taken from a fund on a date, with an allowance of some percent of its balance. */
export const available = (moves: readonly Move[], from: string, percent?: number): bigint =>
  least(
    yearEnds(moves, from).map((end) => {
      const toDate = until(moves, end);
      return free(toDate) + allowance(toDate, percent);
    }),
  );

/** The least that is committed on a date and on any later one. */
export const leastCommittedFrom = (moves: readonly Move[], from: string): bigint => {
  const days = moves.map(({ on }) => on).filter((on) => on > from);
  return least([from, ...days].map((day) => committed(until(moves, day))));
};

/** The least by which payments exceed refunds on a date and on any later one. */
export const leastSpentFrom = (moves: readonly Move[], from: string): bigint => {
  const days = moves.map(({ on }) => on).filter((on) => on > from);
  return least([from, ...days].map((day) => paid(until(moves, day)) - refunded(until(moves, day))));
};

/** What can be released from a date on as early as may be, so that no day is left with less than nothing committed. */
export function releases(moves: readonly Move[], from: string): { on: string; amount: bigint }[] {
  const days = [...new Set([from, ...moves.map(({ on }) => on).filter((on) => on > from)])].toSorted();
  const kept = days.map((day) => leastCommittedFrom(moves, day));
  return days.map((on, place) => ({ on, amount: (kept[place] ?? 0n) - (kept[place - 1] ?? 0n) }));
}
