import { z } from 'zod';
import { FinancialYear } from '../../domain/financial-year.ts';
import { Slug } from '../../domain/text.ts';

export const JobId = z.string().regex(/^[0-9a-f]{32}$/, 'This is not the id of a job.');

/** Work that is too long for one answer: asked for once, done by the worker, fetched when it is done. */
export const Job = z.strictObject({
  id: JobId,
  kind: z.enum(['audit-pack', 'verification']),
  partnershipId: Slug,
  financialYear: FinancialYear.exactOptional(),
  /** The entry at which the journal's head stood when it was asked. */
  knownAt: z.int(),
  status: z.enum(['running', 'done', 'failed']),
  progress: z.strictObject({ done: z.int(), total: z.int() }),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Job = z.infer<typeof Job>;

export type Question = Pick<Job, 'kind' | 'partnershipId' | 'financialYear' | 'knownAt'>;

/** Tells how far the work has come; rejects where the job is no longer this worker's. */
export type Report = (progress: Job['progress']) => Promise<void>;
