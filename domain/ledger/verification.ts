import { z } from 'zod';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { debitsOf } from './balance.ts';
import { ChainCheck } from './chain-check.ts';
import { Discrepancy, mostDiscrepancies } from './discrepancy.ts';
import { type Digest, Head, type JournalEntry } from './journal-entry.ts';
import { Account } from './posting.ts';
import type { RecordType } from './records.ts';
import { Replay } from './replay.ts';

export const VerificationReport = z.strictObject({
  entries: z.int(),
  chainValid: z.boolean(),
  balancesMatch: z.boolean(),
  trialBalance: MoneyText,
  head: Head.pick({ sequence: true, hash: true }),
  discrepancies: z.array(Discrepancy),
});
export type VerificationReport = z.infer<typeof VerificationReport>;

/** Checks a stored journal, entry by entry, and then the stored records against what the journal makes. */
export class Verification {
  readonly #chain: ChainCheck;
  readonly #replay = new Replay();
  readonly #seen = new Set<string>();
  readonly #discrepancies: Discrepancy[] = [];
  #canReplay = true;

  constructor(digest: Digest) {
    this.#chain = new ChainCheck(digest, (discrepancy) => this.#note(discrepancy));
  }

  /** Takes what is stored as the entry of a sequence number; numbers come in ascending order. */
  addEntry(sequence: number, stored: unknown): void {
    const entry = this.#chain.add(sequence, stored);
    if (entry !== undefined && this.#canReplay) this.#apply(entry);
  }

  /** Takes that something is stored under a number that the journal has not reached. */
  addBeyond(sequence: number): void {
    const detail = `Something is stored as entry ${sequence}, beyond where the head says that the journal ends.`;
    this.#note({ code: 'head-differs', sequence, detail });
  }

  /** Takes what is stored as a record. */
  addRecord(type: RecordType, id: string, stored: unknown): void {
    this.#seen.add(`${type} ${id}`);
    const computed = this.#replay.state.get(type, id);
    if (computed === undefined) {
      this.#noteRecord(type, id, 'is stored, and the journal knows nothing of it');
    } else if (!isStoredAs(computed, stored)) {
      this.#noteRecord(type, id, 'differs from what the journal makes of it');
    }
  }

  /** Takes what is stored as something that is no record at all. */
  addUnknown(name: string): void {
    this.#note({
      code: 'record-differs',
      record: name,
      detail: `${name} is stored, and is no record of the journal’s.`,
    });
  }

  /** Takes that something beside the records should be stored, and isn't. */
  addMissing(name: string): void {
    this.#note({ code: 'record-differs', record: name, detail: `${name} is missing from what is stored.` });
  }

  report(types: readonly RecordType[], head: Head): VerificationReport {
    for (const type of types) {
      for (const id of this.#replay.state.all(type).keys()) {
        if (!this.#seen.has(`${type} ${id}`)) this.#noteRecord(type, id, 'is missing from what is stored');
      }
    }
    this.#chain.end(head);
    const areOfRecords = this.#discrepancies.map(({ code }) => code === 'record-differs');
    return {
      entries: this.#chain.entries,
      chainValid: areOfRecords.every((isOfRecord) => isOfRecord),
      balancesMatch: this.#canReplay && !areOfRecords.includes(true),
      trialBalance: this.#trialBalance(),
      head: { sequence: head.sequence, hash: head.hash },
      discrepancies: this.#discrepancies,
    };
  }

  #apply(entry: JournalEntry): void {
    try {
      this.#replay.add(entry);
    } catch (cause) {
      this.#canReplay = false;
      const why = cause instanceof Error ? `: ${cause.message}` : '';
      this.#note({ code: 'chain-broken', sequence: entry.sequence, detail: `Recomputing stops${why}.` });
    }
  }

  #trialBalance(): Money {
    const { state } = this.#replay;
    return Money.sum([...state.all('fund').keys()].map((id) => debitsOf(state.balancesOf(id), ...Account.options)));
  }

  #noteRecord(type: RecordType, id: string, what: string): void {
    this.#note({ code: 'record-differs', record: `${type}/${id}`, detail: `The record ${type}/${id} ${what}.` });
  }

  #note(discrepancy: Discrepancy): void {
    // Of the journal's own and of the records', each up to the most, so that neither hides the other.
    const isOfRecord = discrepancy.code === 'record-differs';
    const same = this.#discrepancies.filter(({ code }) => (code === 'record-differs') === isOfRecord);
    if (same.length < mostDiscrepancies) this.#discrepancies.push(discrepancy);
  }
}

/** Whether a value is stored as JSON carries it: money as its text. */
function isStoredAs(value: unknown, stored: unknown): boolean {
  if (value instanceof Money) return value.text === stored;
  if (typeof value !== 'object' || value === null) return value === stored;
  if (typeof stored !== 'object' || stored === null || Array.isArray(value) !== Array.isArray(stored)) return false;
  const [members, kept] = [Object.entries(value), new Map<string, unknown>(Object.entries(stored))];
  return (
    members.length === kept.size && members.every(([name, one]) => kept.has(name) && isStoredAs(one, kept.get(name)))
  );
}
