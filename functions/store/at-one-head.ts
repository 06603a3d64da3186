import { setTimeout as sleep } from 'node:timers/promises';
import type { Head } from '../../domain/ledger/journal-entry.ts';
import { found } from '../../domain/refusal.ts';
import { OutOfTime } from './command.ts';
import type { Database } from './database.ts';
import { readHead } from './items.ts';
import { headKey } from './keys.ts';

export async function headOfJournal(database: Database, partnershipId: string): Promise<Head> {
  return found(await storedHead(database, partnershipId), 'partnership', '');
}

export const storedHead = async (database: Database, partnershipId: string): Promise<Head | undefined> =>
  readHead(await database.get({ table: 'records', key: headKey(partnershipId) }));

/** Reads that need several requests see one state: where the head moved meanwhile, they start again. */
export async function atOneHead<State>(
  headNow: () => Promise<Head>,
  deadline: number,
  read: (head: Head) => Promise<State>,
): Promise<{ readonly state: State; readonly head: Head }> {
  for (let before = await headNow(); ; ) {
    const state = await read(before);
    const after = await headNow();
    if (after.sequence === before.sequence && after.hash === before.hash) return { state, head: before };
    if (Date.now() >= deadline) throw new OutOfTime('the journal keeps moving');
    await sleep(Math.random() * 50);
    before = after;
  }
}
