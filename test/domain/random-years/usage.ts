import { yearOf } from '../random/year.ts';
import { type Event, type Figure, figureOf, type ModelGrant, toYear } from './model.ts';

type Line = { readonly id: string; unspent: bigint; taken: bigint };

const isOlder = (a: ModelGrant, b: ModelGrant): number =>
  `${a.year} ${a.agreedOn} ${a.id}` < `${b.year} ${b.agreedOn} ${b.id}` ? -1 : 1;

/**
 * What is left of each grant of a fund at the end of a year, where what names no grant is taken from the oldest money
 * first, year by year, and goes back to where it was taken from last. `used` is what counts as taken.
 */
export function unspentAt(
  events: readonly Event[],
  grants: readonly ModelGrant[],
  year: string,
  used: readonly Figure[] = ['spent'],
): Map<string, bigint> {
  const toDate = toYear(events, year);
  const known = grants.filter(({ id }) => toDate.some(({ grantId }) => grantId === id)).toSorted(isOlder);
  const lines = known.map(({ id }): Line => ({ id, unspent: 0n, taken: 0n }));
  for (const one of [...new Set(toDate.map(({ on }) => yearOf(on)))].toSorted()) {
    const inYear = toDate.filter(({ on }) => yearOf(on) === one);
    const begun = lines.filter((line) => {
      const had = line.unspent !== 0n || line.taken !== 0n;
      const own = inYear.filter(({ grantId }) => grantId === line.id);
      line.unspent += figureOf(own, 'income') - figureOf(own, 'topSliced', 'returned', ...used);
      return had || figureOf(own, 'income') !== 0n || figureOf(own, 'topSliced') !== 0n;
    });
    const unnamed = figureOf(
      inYear.filter(({ grantId }) => grantId === undefined),
      ...used,
    );
    if (unnamed > 0n) take(unnamed, begun);
    else giveBack(-unnamed, begun);
  }
  return new Map(lines.map(({ id, unspent }) => [id, unspent]));
}

/** Oldest first, each up to what it has; the newest bears the rest. */
function take(amount: bigint, lines: readonly Line[]): void {
  let left = amount;
  for (const [place, line] of lines.entries()) {
    const has = line.unspent > 0n ? line.unspent : 0n;
    const isLast = place === lines.length - 1;
    const part = isLast || left < has ? left : has;
    line.unspent -= part;
    line.taken += part;
    left -= part;
  }
}

/** Newest first, each up to what was taken from it; the oldest keeps the rest. */
function giveBack(amount: bigint, lines: readonly Line[]): void {
  let left = amount;
  for (const [place, line] of [...lines.entries()].toReversed()) {
    const gave = line.taken > 0n ? line.taken : 0n;
    const part = place === 0 || left < gave ? left : gave;
    line.unspent += part;
    line.taken -= part;
    left -= part;
  }
}
