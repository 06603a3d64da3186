import { z } from 'zod';
import { Amount, MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { note, Prose, Subject, Title } from '../text.ts';
import { Quorum } from './partnership.ts';

const Officer = z.strictObject({ subject: Subject, name: Title });

const terms = {
  quorum: Quorum,
  chair: Officer.exactOptional(),
  viceChair: Officer.exactOptional(),
  ratificationDays: z.int().min(1).max(366).exactOptional(),
  /** How far beyond a fund's balance awards may be approved, in whole percent of that balance. */
  overCommitmentPercent: z.int().min(1).max(100).exactOptional(),
};

export const TermsBody = z
  .strictObject({ ...terms, chairsActionLimit: Amount.exactOptional(), ...note })
  .refine(({ chair, viceChair }) => chair === undefined || chair.subject !== viceChair?.subject, {
    path: ['viceChair'],
    error: 'The chair and the vice-chair are two people.',
  });
export type TermsBody = z.infer<typeof TermsBody>;

/** How the group decides, in force from a date until the next terms. The statute fixes none of this. */
export const TermsSet = z.strictObject({
  ...terms,
  chairsActionLimit: MoneyText.exactOptional(),
  effectiveFrom: PlainDate,
  note: Prose.exactOptional(),
});
export type TermsSet = z.infer<typeof TermsSet>;

/** `revision` is the journal's sequence number of the entry that last wrote the record. */
export const TermsOfReference = TermsSet.extend({ revision: z.int() });
export type TermsOfReference = z.infer<typeof TermsOfReference>;
