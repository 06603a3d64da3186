import type { FinancialYear } from '../../domain/financial-year.ts';
import { firstHash, type Head } from '../../domain/ledger/journal-entry.ts';
import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { type RecordType, recordSchemas } from '../../domain/ledger/records.ts';
import { Replay } from '../../domain/ledger/replay.ts';
import { Verification, type VerificationReport } from '../../domain/ledger/verification.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { found } from '../../domain/refusal.ts';
import { atOneHead, headOfJournal, storedHead } from './at-one-head.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { asWritten, EntryItem, putInto, ReadableRecord, RecordItem, readEntry } from './items.ts';
import { assertInTime, storedEntries } from './journal-reader.ts';
import {
  allRanges,
  bucketPartition,
  endOfBucket,
  headKey,
  type ItemKey,
  notesRange,
  recordKey,
  registryKey,
  statementRange,
} from './keys.ts';

// A whole journal takes longer than anything else; after this, the function's own time is nearly over.
const extraTime = 6000;

export type AsKnown = { readonly state: LedgerState; readonly head: Head };

/** What a statement of a whole year needs, as it is kept now: its cost does not grow with the journal. */
export async function kept(
  database: Database,
  partnershipId: string,
  year: FinancialYear,
  deadline: number,
): Promise<AsKnown> {
  return atOneHead(
    () => headOfJournal(database, partnershipId),
    deadline,
    async () => {
      const items = await Promise.all([
        database.all('records', statementRange(partnershipId)),
        database.all('records', notesRange(partnershipId, year)),
      ]);
      const state = new LedgerState('complete');
      putInto(state, items.flat());
      return state;
    },
  );
}

/** The same, recomputed from the journal alone, as it stood at an entry, with balances up to a date. */
export async function recomputed(
  database: Database,
  partnershipId: string,
  knownAt: number,
  asOf: PlainDate,
  deadline: number,
): Promise<AsKnown> {
  const replay = new Replay(asOf);
  for await (const { item } of storedEntries(database, partnershipId, knownAt, deadline + extraTime)) {
    replay.add(readEntry(item));
  }
  return { state: replay.state, head: found(replay.state.head, 'journal entry', String(knownAt)) };
}

type OnProgress = (progress: { readonly done: number; readonly total: number }) => Promise<void>;

/** Recomputes everything from the journal and holds what is stored against it; tells how far it is as it goes. */
export async function verified(
  database: Database,
  partnershipId: string,
  deadline: number,
  onProgress: OnProgress = async () => undefined,
): Promise<VerificationReport> {
  const read = async (head: Head): Promise<VerificationReport> => {
    const last = deadline + extraTime;
    const verification = new Verification(digest);
    // And what stands where the next entries will: it would be in their way.
    for await (const { sequence, item } of storedEntries(
      database,
      partnershipId,
      endOfBucket(head.sequence + 1),
      last,
    )) {
      if (sequence > head.sequence) verification.addBeyond(sequence);
      else verification.addEntry(sequence, asWritten(EntryItem.parse(item).entry));
      await onProgress({ done: Math.min(sequence, head.sequence), total: head.sequence });
    }
    for (const range of allRanges(partnershipId)) {
      for await (const items of database.pages('records', range)) {
        assertInTime(last);
        await onProgress({ done: head.sequence, total: head.sequence });
        for (const item of items) addRecord(verification, partnershipId, item);
      }
    }
    const listed = await database.get({ table: 'records', key: registryKey(partnershipId) });
    if (listed === undefined) verification.addMissing('The partnership in the list of partnerships');
    return verification.report(Object.keys(recordSchemas).filter(isRecordType), head);
  };
  return (await atOneHead(() => headOrNone(database, partnershipId), deadline, read)).state;
}

/** Before a journal's first entry, and what is left of a head that is gone while its journal is not. */
const noHead: Head = { sequence: 0, hash: firstHash, recordedAt: '1970-01-01T00:00:00.000Z' };

async function headOrNone(database: Database, partnershipId: string): Promise<Head> {
  const head = await storedHead(database, partnershipId);
  if (head !== undefined) return head;
  const { items } = await database.page('journal', { partition: bucketPartition(partnershipId, 0), prefix: '' });
  return found(items.length > 0 ? noHead : undefined, 'partnership', '');
}

const isRecordType = (type: string): type is RecordType => type in recordSchemas;

function addRecord(verification: Verification, partnershipId: string, item: unknown): void {
  const place = RecordItem.pick({ pk: true, sk: true }).parse(item);
  if (isSame(place, headKey(partnershipId))) return;
  const { data: record } = ReadableRecord.safeParse(item);
  if (record !== undefined && isSame(place, recordKey(partnershipId, record.type, record.id))) {
    verification.addRecord(record.type, record.id, record.value);
  } else {
    verification.addUnknown(`An item at ${place.sk}`);
  }
}

const isSame = (a: ItemKey, b: ItemKey): boolean => a.pk === b.pk && a.sk === b.sk;
