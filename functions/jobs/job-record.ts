import { z } from 'zod';
import type { Condition, Database, Put } from '../store/database.ts';
import { jobKey } from '../store/keys.ts';
import { Job } from './job.ts';
import { isNew } from './job-conditions.ts';

const keptForSeconds = 24 * 60 * 60;

export const endOf = ({ startedAt }: Job): number => Math.floor(Date.parse(startedAt) / 1000) + keptForSeconds;

/** Whether a job is forgotten, as its answer is about to be; the database takes its time to delete the record. */
export const isForgotten = (job: Job, now: number): boolean => now / 1000 >= endOf(job);

const Stored = Job.extend({ worker: z.string().exactOptional() }).loose();

/** A job, and the worker that has taken it. */
export async function readTaken(database: Database, partnershipId: string, id: string) {
  const item = await database.get({ table: 'records', key: jobKey(partnershipId, id) });
  if (item === undefined) return undefined;
  const { pk: _, sk: __, expiresAt: ___, worker, ...job } = Stored.parse(item);
  return { job: Job.parse(job), worker };
}

export const readJob = async (database: Database, partnershipId: string, id: string): Promise<Job | undefined> =>
  (await readTaken(database, partnershipId, id))?.job;

/** The put of a job where this holds of what is there. */
export const jobPut = (job: Job, condition: Condition, worker?: string): Put => ({
  table: 'records',
  item: {
    ...jobKey(job.partnershipId, job.id),
    ...job,
    ...(worker === undefined ? {} : { worker }),
    expiresAt: endOf(job),
  },
  condition,
});

/** Puts a job where there is none, or where this holds of the one that is there; else it is a lost race. */
export const putJob = (database: Database, job: Job, condition = isNew, worker?: string): Promise<void> =>
  database.put(jobPut(job, condition, worker));
