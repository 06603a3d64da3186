import type { EntryPlace } from '../ledger/entry-place.ts';
import { awardEntryId, type Change, change } from '../ledger/records.ts';

/** An entry of the journal as part of an award's history. */
export const historyOf = (awardId: string, { sequence }: Pick<EntryPlace, 'sequence'>): Change =>
  change('awardEntry', awardEntryId(awardId, sequence), { awardId, sequence });
