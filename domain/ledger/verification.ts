import { z } from 'zod';
import { financialYearOf } from '../financial-year.ts';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { debitsOf } from './balance.ts';
import { type Digest, firstHash, Head, JournalEntry } from './journal-entry.ts';
import { Account, balances } from './posting.ts';
import type { RecordType } from './records.ts';
import { Replay } from './replay.ts';

export const Discrepancy = z.strictObject({
  code: z.enum([
    'entry-altered',
    'entry-missing',
    'chain-broken',
    'entry-unbalanced',
    'record-differs',
    'head-differs',
  ]),
  sequence: z.int().exactOptional(),
  record: z.string().exactOptional(),
  detail: z.string(),
});
export type Discrepancy = z.infer<typeof Discrepancy>;

export const VerificationReport = z.strictObject({
  entries: z.int(),
  chainValid: z.boolean(),
  balancesMatch: z.boolean(),
  trialBalance: MoneyText,
  head: Head.pick({ sequence: true, hash: true }),
  discrepancies: z.array(Discrepancy),
});
export type VerificationReport = z.infer<typeof VerificationReport>;

const most = 100;

/** Checks a stored journal, entry by entry, and then the stored records against what the journal makes. */
export class Verification {
  readonly #digest: Digest;
  readonly #replay = new Replay();
  readonly #seen = new Set<string>();
  readonly #discrepancies: Discrepancy[] = [];
  #entries = 0;
  #sequence = 0;
  #hash = firstHash;
  #recordedAt = '';
  #canReplay = true;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  /** Takes what is stored as the entry of a sequence number; numbers come in ascending order. */
  addEntry(sequence: number, stored: unknown): void {
    this.#noteGap(sequence);
    this.#entries += 1;
    const parsed = JournalEntry.safeParse(stored);
    if (!parsed.success) {
      this.#note({ code: 'entry-altered', sequence, detail: `Entry ${sequence} is not as entries are written.` });
      this.#resume(sequence, undefined);
      return;
    }
    const entry = parsed.data;
    this.#checkHash(sequence, entry, stored);
    this.#checkSense(sequence, entry);
    this.#resume(sequence, entry.hash);
    this.#apply(entry);
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

  report(types: readonly RecordType[], head: Head): VerificationReport {
    for (const type of types) {
      for (const id of this.#replay.state.all(type).keys()) {
        if (!this.#seen.has(`${type} ${id}`)) this.#noteRecord(type, id, 'is missing from what is stored');
      }
    }
    this.#noteGap(head.sequence + 1);
    const { sequence, hash } = head;
    if (sequence !== this.#sequence || (this.#hash !== firstHash && hash !== this.#hash)) {
      const detail = `The head names entry ${sequence} and its hash, which is not where the journal ends.`;
      this.#note({ code: 'head-differs', sequence, detail });
    }
    const isOf = (codes: readonly Discrepancy['code'][]) =>
      this.#discrepancies.some(({ code }) => codes.includes(code));
    return {
      entries: this.#entries,
      chainValid: !isOf(['entry-altered', 'entry-missing', 'chain-broken', 'entry-unbalanced', 'head-differs']),
      balancesMatch: this.#canReplay && !isOf(['record-differs']),
      trialBalance: this.#trialBalance(),
      head: { sequence, hash },
      discrepancies: this.#discrepancies.slice(0, most),
    };
  }

  #noteGap(next: number): void {
    for (let missing = this.#sequence + 1; missing < next && this.#discrepancies.length < most; missing += 1) {
      this.#note({ code: 'entry-missing', sequence: missing, detail: `Entry ${missing} is missing.` });
      this.#hash = '';
    }
    this.#sequence = Math.max(this.#sequence, next - 1);
  }

  #checkHash(sequence: number, entry: JournalEntry, stored: unknown): void {
    const { hash: _, ...unhashed } = z.record(z.string(), z.unknown()).parse(stored);
    if (entry.sequence !== sequence) {
      const detail = `What is stored as entry ${sequence} says that it is entry ${entry.sequence}.`;
      this.#note({ code: 'entry-altered', sequence, detail });
    }
    if (this.#digest(unhashed) !== entry.hash) {
      this.#note({
        code: 'entry-altered',
        sequence,
        detail: `Entry ${sequence} does not have the hash that it states.`,
      });
    }
    if (this.#hash !== '' && entry.previousHash !== this.#hash) {
      const detail = `Entry ${sequence} does not follow from the entry before it.`;
      this.#note({ code: 'chain-broken', sequence, detail });
    }
  }

  #checkSense(sequence: number, entry: JournalEntry): void {
    const isSound =
      balances(entry.postings, entry.effectiveOn) &&
      entry.financialYear === financialYearOf(entry.effectiveOn) &&
      entry.recordedAt >= this.#recordedAt;
    this.#recordedAt = entry.recordedAt;
    if (isSound) return;
    const detail = `Entry ${sequence} does not balance, or its dates are out of order.`;
    this.#note({ code: 'entry-unbalanced', sequence, detail });
  }

  #resume(sequence: number, hash: string | undefined): void {
    this.#sequence = sequence;
    this.#hash = hash ?? '';
  }

  #apply(entry: JournalEntry): void {
    if (!this.#canReplay) return;
    try {
      this.#replay.add(entry);
    } catch (cause) {
      this.#canReplay = false;
      const detail = cause instanceof Error ? `Recomputing stops: ${cause.message}.` : 'Recomputing stops.';
      this.#note({ code: 'chain-broken', sequence: entry.sequence, detail });
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
    if (this.#discrepancies.length < most) this.#discrepancies.push(discrepancy);
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
