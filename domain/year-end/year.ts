import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { PlainDate } from '../plain-date.ts';
import { note, Prose, Subject, Title } from '../text.ts';
import { Disposal } from './disposal.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/, 'This is not a hash of this service.');

export const CertificationBody = z.strictObject({
  /** Of the statement that was read, so that nobody signs what they haven't seen. */
  statementHash: Hash,
  name: Title,
  role: Title,
  ...note,
});
export type CertificationBody = z.infer<typeof CertificationBody>;

/** The chief finance officer signed a year's statement: a numbered version that never changes. */
export const YearCertified = z.strictObject({
  financialYear: FinancialYear,
  version: z.int().min(1),
  statementHash: Hash,
  /** Over every byte of the certified document, as JSON. */
  documentHash: Hash,
  /** The same statement in every form, each kept under the hash of its bytes. */
  documents: z.array(z.strictObject({ contentType: z.string(), hash: Hash })),
  /** The journal's entry at which the statement was made. */
  knownAt: z.int(),
  name: Title,
  role: Title,
  certifiedOn: PlainDate,
  note: Prose.exactOptional(),
});
export type YearCertified = z.infer<typeof YearCertified>;

export const ReopeningBody = z.strictObject({ reason: Prose, ...note });
export type ReopeningBody = z.infer<typeof ReopeningBody>;

/** A closed year takes entries again; what closing it posted is taken back. */
export const YearReopened = ReopeningBody.extend({ financialYear: FinancialYear });
export type YearReopened = z.infer<typeof YearReopened>;

/** Where a year stands. Versions stay, whatever happens to the year afterwards. */
export const Year = z.strictObject({
  financialYear: FinancialYear,
  status: z.enum(['open', 'closed', 'certified']),
  closing: z.strictObject({ sequence: z.int(), closedBy: Subject, disposals: z.array(Disposal) }).exactOptional(),
  versions: z.array(
    YearCertified.omit({ financialYear: true, note: true }).extend({ sequence: z.int(), certifiedBy: Subject }),
  ),
});
export type Year = z.infer<typeof Year>;
