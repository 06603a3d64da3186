import type { Decide } from '../../domain/ledger/decision.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import type { Person } from '../../domain/text.ts';

/** Something that a caller wants done to a partnership's ledger. */
export type Command = {
  readonly partnershipId: string;
  readonly by: Person;
  readonly decide: Decide;
  /** Where a POST keeps its first answer: the scope of the key, the key, and what was asked. */
  readonly once?: { readonly scope: string; readonly key: string; readonly requestHash: string };
  readonly isDryRun: boolean;
  /** In milliseconds of the epoch; after it, nothing is tried again. */
  readonly deadline: number;
  /** The answer, from the entry and the records as they stand after it. */
  readonly answer: (entry: JournalEntry, view: LedgerView) => { readonly status: number; readonly body: unknown };
};

export type Outcome = {
  readonly status: number;
  /** JSON text, so that a replay gives the same bytes. */
  readonly body: string;
  readonly isReplay: boolean;
  readonly sequence: number | undefined;
};

/** The same key was used for another request. */
export class KeyReused extends Error {}

/** No attempt came through before the deadline. What was sent last may have been done: the same key will tell. */
export class OutOfTime extends Error {}
