import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { AwardHistories } from '../../domain/publication/award-histories.ts';
import { publishedAwards } from '../../domain/publication/open-data.ts';
import { atOneHead, headOfJournal } from '../store/at-one-head.ts';
import type { Database } from '../store/database.ts';
import { putInto, readEntry } from '../store/items.ts';
import { assertInTime } from '../store/journal-reader.ts';
import { entryKey, recordRange, statementRange } from '../store/keys.ts';

export type Published = { readonly state: LedgerState; readonly histories: AwardHistories };

// Entries are read this many at a time, so that a long history is never held whole.
const together = 500;

/** The partnership's records, as far as what is published needs them. */
export async function readAwards(database: Database, partnershipId: string, deadline: number): Promise<LedgerState> {
  const read = () => recordsOf(database, partnershipId);
  return (await atOneHead(() => headOfJournal(database, partnershipId), deadline, read)).state;
}

/**
 * The same, and what the journal says of each published award: running balances don't tell which payment a reversal took
 * back, nor when something was recorded. Read by the awards' own entries, so that the journal's length doesn't matter.
 */
export async function readPublished(database: Database, partnershipId: string, deadline: number): Promise<Published> {
  const read = async (): Promise<Published> => {
    const state = await recordsOf(database, partnershipId);
    putInto(state, await database.all('records', recordRange(partnershipId, 'awardEntry')));
    return { state, histories: await historiesOf(state, database, partnershipId, deadline) };
  };
  return (await atOneHead(() => headOfJournal(database, partnershipId), deadline, read)).state;
}

async function recordsOf(database: Database, partnershipId: string): Promise<LedgerState> {
  const state = new LedgerState('complete');
  const ranges = [statementRange(partnershipId), recordRange(partnershipId, 'priorities')];
  putInto(state, (await Promise.all(ranges.map((range) => database.all('records', range)))).flat());
  return state;
}

async function historiesOf(
  state: LedgerState,
  database: Database,
  partnershipId: string,
  deadline: number,
): Promise<AwardHistories> {
  const histories = new AwardHistories();
  const published = new Set(publishedAwards(state.all('award').values()).map(({ id }) => id));
  const wanted = [...state.all('awardEntry').values()]
    .filter(({ awardId }) => published.has(awardId))
    .toSorted((a, b) => a.sequence - b.sequence);
  for (let start = 0; start < wanted.length; start += together) {
    assertInTime(deadline);
    const some = wanted.slice(start, start + together);
    const items = await database.getMany(
      'journal',
      some.map(({ sequence }) => entryKey(partnershipId, sequence)),
    );
    const entries = new Map(items.map(readEntry).map((entry) => [entry.sequence, entry]));
    for (const { awardId, sequence } of some) {
      const entry = entries.get(sequence);
      if (entry === undefined) throw new Error(`entry ${sequence} of an award is not in the journal`);
      histories.add(awardId, entry);
    }
  }
  return histories;
}
