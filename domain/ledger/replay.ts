import type { PlainDate } from '../plain-date.ts';
import { DomainError } from '../refusal.ts';
import { headOf, type JournalEntry } from './journal-entry.ts';
import { LedgerState } from './ledger-state.ts';
import { project } from './projection.ts';

/** The other way to every figure: the records as the journal alone makes them, entry by entry. */
export class Replay {
  readonly state = new LedgerState('complete');
  readonly #until: PlainDate | undefined;

  /** With `until`, balances hold what counts up to that date. */
  constructor(until?: PlainDate) {
    this.#until = until;
  }

  /** Throws where an entry rests on what no earlier entry made, which a journal that was not altered never does. */
  add(entry: JournalEntry): void {
    try {
      this.state.apply(project(entry, this.state, this.#until));
    } catch (cause) {
      if (!(cause instanceof DomainError)) throw cause;
      throw new Error(`entry ${entry.sequence} rests on what no earlier entry made`, { cause });
    }
    this.state.head = headOf(entry);
  }
}
