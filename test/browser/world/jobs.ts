import { randomBytes } from 'node:crypto';
import { environmentDeps } from '../../../functions/http/deps.ts';
import type { Job } from '../../../functions/jobs/job.ts';
import { putJob } from '../../../functions/jobs/job-record.ts';
import { hostileId } from './people.ts';

const hour = 60 * 60 * 1000;

/** Work as it would stand on a journal much longer than this one. A worker that is heard of for an hour yet never stops. */
export async function startJobs(financialYear: string) {
  const { database } = environmentDeps();
  const make = async (kind: Job['kind'], status: Job['status']): Promise<string> => {
    const id = randomBytes(16).toString('hex');
    const [startedAt, updatedAt] = [new Date().toISOString(), new Date(Date.now() + hour).toISOString()];
    const progress = { done: status === 'done' ? 20_000 : 7_000, total: 20_000 };
    const job = { id, kind, status, partnershipId: hostileId, knownAt: 20_000, progress, startedAt, updatedAt };
    await putJob(database, { ...job, ...(kind === 'audit-pack' && { financialYear }) });
    return id;
  };
  return {
    packing: await make('audit-pack', 'running'),
    packed: await make('audit-pack', 'done'),
    unpacked: await make('audit-pack', 'failed'),
    verifying: await make('verification', 'running'),
    unverified: await make('verification', 'failed'),
  };
}
