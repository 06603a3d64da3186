import type { YearEndStatement } from '../../../domain/statement/statement.ts';

/** What the statement's lines are called, by their ids. */
export type Names = { readonly fund: Name; readonly grant: Name; readonly award: Name; readonly any: Name };
type Name = (id: string | null | undefined) => string | null;

export function namesOf({ funds, grants, awards, sharedFunds }: YearEndStatement): Names {
  const fund = new Map(funds.map(({ fundId, name }) => [fundId, name]));
  const grant = new Map(grants.flatMap(({ grantId, title }) => (grantId === null ? [] : [[grantId, title] as const])));
  const award = new Map(awards.map(({ awardId, title }) => [awardId, title]));
  const shared = new Map(sharedFunds.map(({ id, title }) => [id, title]));
  // A line that is not listed is known by its id alone.
  const named =
    (...maps: readonly ReadonlyMap<string, string>[]): Name =>
    (id) =>
      id === null || id === undefined
        ? null
        : (maps.map((map) => map.get(id)).find((name) => name !== undefined) ?? id);
  return { fund: named(fund), grant: named(grant), award: named(award), any: named(fund, grant, award, shared) };
}

/** The first few of a list, each once, and how many more there are: the rest stands elsewhere. */
export function few(items: Iterable<string>, most = 3): string | null {
  const distinct = [...new Set(items)];
  if (distinct.length === 0) return null;
  const more = distinct.length - most;
  return `${distinct.slice(0, most).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** Numbers of journal entries, runs of them shortened: "12–14, 20". */
export function entryRuns(entries: readonly number[], most = 25): string | null {
  const runs: { first: number; last: number }[] = [];
  for (const entry of entries.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && entry <= run.last + 1) run.last = entry;
    else runs.push({ first: entry, last: entry });
  }
  if (runs.length === 0) return null;
  const written = runs.slice(0, most).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  const more = runs.slice(most).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return `${written.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
