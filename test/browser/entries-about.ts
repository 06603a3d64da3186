import type { Entry } from './api-answers.ts';
import type { ApiCalls } from './api-calls.ts';

/** The entries of the journal about an award, of these types. */
export async function entriesAbout(
  { read }: ApiCalls,
  awardId: string | undefined,
  types: readonly string[],
): Promise<Entry[]> {
  const lists = await Promise.all(types.map((type) => read<{ items: Entry[] }>(`/journal?limit=100&type=${type}`)));
  return lists.flatMap(({ items }) => items).filter(({ facts }) => facts.awardId === awardId);
}
