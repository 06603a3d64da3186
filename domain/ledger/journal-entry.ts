import { z } from 'zod';
import { FinancialYear, financialYearOf } from '../financial-year.ts';
import { PlainDate } from '../plain-date.ts';
import { Person, ServiceId } from '../text.ts';
import { Fact } from './facts.ts';
import { Posting } from './posting.ts';

/** SHA-256 over the RFC 8785 form of a JSON value, in lower-case hexadecimal. */
export type Digest = (value: unknown) => string;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The hash before the first entry. */
export const firstHash = '0'.repeat(64);
export const firstSequence = 1;

const decided = {
  effectiveOn: PlainDate,
  postings: z.array(Posting),
  /** The sequence number of the entry that this one reverses. */
  reverses: z.int().exactOptional(),
};
const EntryDraft = z.intersection(Fact, z.strictObject(decided));

/** What a command decides: an entry that is not yet in the journal. */
export type EntryDraft = z.infer<typeof EntryDraft>;

/** One accepted command: the facts decided, and the postings where money moves. Never changed once written. */
export const JournalEntry = z.intersection(
  Fact,
  z.strictObject({
    ...decided,
    id: ServiceId,
    sequence: z.int().min(1),
    financialYear: FinancialYear,
    recordedAt: z.iso.datetime(),
    recordedBy: Person,
    previousHash: Hash,
    hash: Hash,
  }),
);
export type JournalEntry = z.infer<typeof JournalEntry>;

/** Where a partnership's journal ends. */
export const Head = z.strictObject({ sequence: z.int(), hash: Hash, recordedAt: z.iso.datetime() });
export type Head = z.infer<typeof Head>;

/** Adds a draft to the journal's end. Time never runs backwards, also where a machine's clock does. */
export function seal(
  draft: EntryDraft,
  head: Head | undefined,
  { id, now, by }: { readonly id: string; readonly now: string; readonly by: Person },
  digest: Digest,
): JournalEntry {
  const unhashed = {
    ...draft,
    id,
    sequence: (head?.sequence ?? 0) + 1,
    financialYear: financialYearOf(draft.effectiveOn),
    recordedAt: head !== undefined && head.recordedAt > now ? head.recordedAt : now,
    recordedBy: by,
    previousHash: head?.hash ?? firstHash,
  };
  return { ...unhashed, hash: digest(unhashed) };
}

export const headOf = ({ sequence, hash, recordedAt }: JournalEntry): Head => ({ sequence, hash, recordedAt });
