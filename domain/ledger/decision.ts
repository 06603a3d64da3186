import type { PlainDate } from '../plain-date.ts';
import type { Person } from '../text.ts';
import type { EntryDraft } from './journal-entry.ts';
import type { LedgerView } from './ledger-state.ts';
import type { RecordType } from './records.ts';

/** Something that a decision needs to know: one record, a fund with all its balances, or an entry of the journal. */
export type Query =
  | { readonly record: RecordType; readonly id: string }
  | { readonly fundLedger: string }
  | { readonly entry: number };

export const record = (type: RecordType, id: string): Query => ({ record: type, id });
export const fundLedger = (fundId: string): Query => ({ fundLedger: fundId });
export const entryAt = (sequence: number): Query => ({ entry: sequence });

/**
 * A decision says what it needs to know (each `yield` is one look-up, after which the ledger's view holds it), and
 * returns the entry to be written, or throws a `DomainError`. It has no effects, so it can be taken again.
 */
export type Decision = Generator<readonly Query[], EntryDraft, undefined>;

/** Who decides, and what comes from outside: the date in London, and fresh ids. */
export type Context = { readonly today: PlainDate; readonly by: Person; readonly newId: () => string };

/** A command's decision, ready to be taken on what a ledger holds. */
export type Decide = (view: LedgerView, context: Context) => Decision;
