import { financialYearOf } from '../financial-year.ts';
import { type Discrepancy, mostDiscrepancies } from './discrepancy.ts';
import { type Digest, firstHash, type Head, JournalEntry } from './journal-entry.ts';
import { balances } from './posting.ts';

/** Checks a journal's entries one by one as they are stored: none missing, each with its hash, each following the last. */
export class ChainCheck {
  entries = 0;
  readonly #digest: Digest;
  readonly #note: (discrepancy: Discrepancy) => void;
  #sequence = 0;
  /** Unknown after an entry that is missing or unreadable. */
  #hash: string | undefined = firstHash;
  #recordedAt = '';

  constructor(digest: Digest, note: (discrepancy: Discrepancy) => void) {
    this.#digest = digest;
    this.#note = note;
  }

  /** Takes what is stored under a sequence number, in ascending order; gives the entry where it can be read. */
  add(sequence: number, stored: unknown): JournalEntry | undefined {
    this.#noteGap(sequence);
    this.entries += 1;
    const { data: entry } = JournalEntry.safeParse(stored);
    if (entry === undefined) {
      this.#note({ code: 'entry-altered', sequence, detail: `Entry ${sequence} is not as entries are written.` });
    } else {
      this.#checkHash(sequence, entry);
      this.#checkSense(sequence, entry);
    }
    this.#sequence = sequence;
    this.#hash = entry?.hash;
    return entry;
  }

  end({ sequence, hash, recordedAt }: Head): void {
    this.#noteGap(sequence + 1);
    const isItsTime = this.entries === 0 || recordedAt === this.#recordedAt;
    const isLast = this.#hash === undefined || (hash === this.#hash && isItsTime);
    if (sequence === this.#sequence && isLast) return;
    const detail = `The head names entry ${sequence}, its hash and its time, which is not where the journal ends.`;
    this.#note({ code: 'head-differs', sequence, detail });
  }

  #noteGap(next: number): void {
    const last = Math.min(next - 1, this.#sequence + mostDiscrepancies);
    for (let missing = this.#sequence + 1; missing <= last; missing += 1) {
      this.#note({ code: 'entry-missing', sequence: missing, detail: `Entry ${missing} is missing.` });
      this.#hash = undefined;
    }
    this.#sequence = Math.max(this.#sequence, next - 1);
  }

  #checkHash(sequence: number, entry: JournalEntry): void {
    const { hash, ...unhashed } = entry;
    if (entry.sequence !== sequence) {
      const detail = `What is stored as entry ${sequence} says that it is entry ${entry.sequence}.`;
      this.#note({ code: 'entry-altered', sequence, detail });
    }
    if (this.#digest(unhashed) !== hash) {
      this.#note({
        code: 'entry-altered',
        sequence,
        detail: `Entry ${sequence} does not have the hash that it states.`,
      });
    }
    if (this.#hash !== undefined && entry.previousHash !== this.#hash) {
      const detail = `Entry ${sequence} does not follow from the entry before it.`;
      this.#note({ code: 'chain-broken', sequence, detail });
    }
  }

  #checkSense(sequence: number, { postings, effectiveOn, financialYear, recordedAt }: JournalEntry): void {
    const isInOrder = financialYear === financialYearOf(effectiveOn) && recordedAt >= this.#recordedAt;
    this.#recordedAt = recordedAt;
    if (isInOrder && balances(postings, effectiveOn)) return;
    const detail = `Entry ${sequence} does not balance, or its dates are out of order.`;
    this.#note({ code: 'entry-unbalanced', sequence, detail });
  }
}
