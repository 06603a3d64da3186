import type { JournalEntry } from './journal-entry.ts';

/** What a projection needs of the entry beside its facts: when it counts, and where it stands in the journal. */
export type EntryPlace = Pick<JournalEntry, 'id' | 'sequence' | 'effectiveOn'>;

/** The place of a reversal, and the sequence number of what it reverses. */
export type ReversalPlace = EntryPlace & { readonly original: number };

/** Where a record came from, as it is kept with the record. */
export const enteredAt = ({ id, sequence }: EntryPlace): { entryId: string; sequence: number } => ({
  entryId: id,
  sequence,
});
