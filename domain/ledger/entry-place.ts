import type { JournalEntry } from './journal-entry.ts';

/** What a projection needs of the entry beside its facts: when it counts, where it stands in the journal, and whose it is. */
export type EntryPlace = Pick<JournalEntry, 'id' | 'sequence' | 'effectiveOn' | 'recordedBy'>;

/** The place of a reversal, and the sequence number of what it reverses. */
export type ReversalPlace = EntryPlace & { readonly original: number };

/** Where a record came from, as it is kept with the record. */
export const enteredAt = ({ id, sequence }: EntryPlace): { entryId: string; sequence: number } => ({
  entryId: id,
  sequence,
});
