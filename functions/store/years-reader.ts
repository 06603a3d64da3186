import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import type { RecordType } from '../../domain/ledger/records.ts';
import type { Database } from './database.ts';
import { putInto } from './items.ts';
import { recordRange } from './keys.ts';

/** The balances of funds stand among the funds. */
const tellingOfYears = ['partnership', 'fund', 'year', 'meeting'] as const satisfies readonly RecordType[];

/**
 * What tells which years a partnership has: its cost does not grow with the journal, and awards, of which there are many,
 * are left aside. Not all of one moment, since each record tells by itself, and what has a year once keeps it.
 */
export async function recordsOfYears(database: Database, partnershipId: string): Promise<LedgerState> {
  const ranges = tellingOfYears.map((type) => recordRange(partnershipId, type));
  const items = await Promise.all(ranges.map((range) => database.all('records', range)));
  const state = new LedgerState('complete');
  putInto(state, items.flat());
  return state;
}
