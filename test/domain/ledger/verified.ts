import { type Head, headOf } from '../../../domain/ledger/journal-entry.ts';
import type { LedgerState } from '../../../domain/ledger/ledger-state.ts';
import type { RecordType } from '../../../domain/ledger/records.ts';
import { Verification, type VerificationReport } from '../../../domain/ledger/verification.ts';
import { digest } from '../../../functions/store/digest.ts';
import { asJson, recordTypes, type TestLedger } from '../test-ledger.ts';

export type StoredEntry = { sequence: number; hash: string; previousHash: string; recordedAt: string };
export type StoredRecord = { readonly type: RecordType; readonly id: string; readonly value: unknown };

/** What a store holds of a ledger: JSON. */
export type Store = {
  readonly entries: ReadonlyMap<number, StoredEntry>;
  readonly records: readonly StoredRecord[];
  readonly head: Head;
};

export const storeOf = ({ entries, state }: TestLedger): Store => ({
  entries: new Map(entries.map((entry) => [entry.sequence, asJson<StoredEntry>(entry)])),
  records: recordsOf(state),
  head: headOf(entries.at(-1) as TestLedger['entries'][number]),
});

export const recordsOf = (state: LedgerState): StoredRecord[] =>
  recordTypes.flatMap((type) => [...state.all(type)].map(([id, value]) => ({ type, id, value: asJson(value) })));

export function verified({ entries, records, head }: Store): VerificationReport {
  const verification = new Verification(digest);
  for (const [sequence, entry] of [...entries].toSorted(([a], [b]) => a - b)) verification.addEntry(sequence, entry);
  for (const { type, id, value } of records) verification.addRecord(type, id, value);
  return verification.report(recordTypes, head);
}
