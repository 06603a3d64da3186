import type { Database } from '../store/database.ts';
import { jobKey } from '../store/keys.ts';
import { Job } from './job.ts';

const keptForSeconds = 24 * 60 * 60;

const endOf = ({ startedAt }: Job): number => Math.floor(Date.parse(startedAt) / 1000) + keptForSeconds;

/** Whether a job is forgotten, as its answer is about to be; the database takes its time to delete the record. */
export const isForgotten = (job: Job, now: number): boolean => now / 1000 >= endOf(job);

const Stored = Job.loose();

export async function readJob(database: Database, partnershipId: string, id: string): Promise<Job | undefined> {
  const item = await database.get({ table: 'records', key: jobKey(partnershipId, id) });
  if (item === undefined) return undefined;
  const { pk: _, sk: __, expiresAt: ___, ...job } = Stored.parse(item);
  return Job.parse(job);
}

/** Puts a job in place of the one that was started when this says, or where there is none; else it is a lost race. */
export async function putJob(database: Database, job: Job, startedAt: string | undefined): Promise<void> {
  const condition =
    startedAt === undefined
      ? { expression: 'attribute_not_exists(pk)' }
      : { expression: '#at = :at', names: { '#at': 'startedAt' }, values: { ':at': startedAt } };
  const item = { ...jobKey(job.partnershipId, job.id), ...job, expiresAt: endOf(job) };
  await database.put({ table: 'records', item, condition });
}
