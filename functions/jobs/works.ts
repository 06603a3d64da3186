import { Buffer } from 'node:buffer';
import { rm } from 'node:fs/promises';
import { packForJob } from '../audit-pack/audit-pack.ts';
import type { Content } from '../documents/document-store.ts';
import type { Deps } from '../http/deps.ts';
import { verified } from '../store/statement-reader.ts';
import type { Job, Report } from './job.ts';

/** Makes the answer of a job and hands it over. */
export type Work = (
  job: Job,
  deps: Deps,
  report: Report,
  handOver: (content: Content) => Promise<void>,
) => Promise<void>;

// The worker's own time, less what it takes to put the answer aside.
const millisecondsToWork = 13 * 60 * 1000;

export const works = {
  verification: async ({ partnershipId }, { database, now }, report, handOver) => {
    const verification = await verified(database, partnershipId, now() + millisecondsToWork, report);
    await handOver(Buffer.from(JSON.stringify(verification), 'utf8'));
  },
  'audit-pack': async (job, deps, report, handOver) => {
    const pack = await packForJob(job, deps, report);
    try {
      await handOver(pack);
    } finally {
      await rm(pack.path, { force: true });
    }
  },
} satisfies Record<Job['kind'], Work>;
