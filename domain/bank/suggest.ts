import type { BankLine } from './bank-line.ts';
import { type Candidate, candidateFor, certainRank } from './candidate.ts';
import type { Expectation } from './expectation.ts';
import { type LineRead, lessLine } from './line-read.ts';

/** What is left of everything that is expected, by its key. */
export type Left = ReadonlyMap<string, Expectation>;

type Suggestions = { readonly suggested: ReadonlyMap<BankLine, Candidate>; readonly left: Left };

/** A line for which nothing is suggested yet: how good its certain matches are, and which is better than the others. */
type OpenLine = {
  readonly read: LineRead;
  readonly ranks: ReadonlyMap<string, number>;
  readonly best: Best | undefined;
};
type Best = { readonly key: string; readonly rank: number };

/**
 * Settles one line after the other, the best match first and then the earlier line, so that no two take the same money.
 * What one takes may leave another with one match of two, or with none.
 */
export function suggest(reads: readonly LineRead[], expectations: readonly Expectation[]): Suggestions {
  const left = new Map(expectations.map((expectation) => [expectation.key, expectation]));
  const suggested = new Map<BankLine, Candidate>();
  let open = reads.map((read) => openLine(read, left));
  for (let next = nextOf(open, left); next !== undefined; next = nextOf(open, left)) {
    const { read, expectation, candidate } = next;
    const rest = lessLine(expectation, read);
    suggested.set(read.line, candidate);
    left.set(rest.key, rest);
    open = open.flatMap((other) => (other.read === read ? [] : reopened(other, rest)));
  }
  return { suggested, left };
}

function openLine(read: LineRead, left: Left): OpenLine {
  const ranks = [...read.mentions.keys()].flatMap((key): [string, number][] => {
    const expectation = left.get(key);
    const rank = expectation === undefined ? 0 : certainRank(read, expectation);
    return rank > 0 ? [[key, rank]] : [];
  });
  return withBest(read, new Map(ranks));
}

/** A line once something less is expected. Most lines don't mention it, or have as good a match as before. */
function reopened(line: OpenLine, expectation: Expectation): OpenLine {
  const { key } = expectation;
  if (!line.read.mentions.has(key)) return line;
  const rank = certainRank(line.read, expectation);
  if (rank === (line.ranks.get(key) ?? 0)) return line;
  const others = [...line.ranks].filter(([other]) => other !== key);
  return withBest(line.read, new Map(rank > 0 ? [...others, [key, rank]] : others));
}

/** Of two equally good matches, neither is the best. */
function withBest(read: LineRead, ranks: ReadonlyMap<string, number>): OpenLine {
  const rank = Math.max(0, ...ranks.values());
  const [key, another] = [...ranks.keys()].filter((one) => ranks.get(one) === rank);
  return { read, ranks, best: key === undefined || another !== undefined ? undefined : { key, rank } };
}

/** The line to settle next; of equally good ones, the first. */
function nextOf(open: readonly OpenLine[], left: Left) {
  const highest = open.reduce((most, { best }) => Math.max(most, best?.rank ?? 0), 1);
  const line = open.find(({ best }) => best?.rank === highest);
  const expectation = left.get(line?.best?.key ?? '');
  const candidate = line && expectation && candidateFor(line.read, expectation);
  return candidate && { read: line.read, expectation, candidate };
}
