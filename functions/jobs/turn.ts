import { z } from 'zod';
import type { Condition, Database, Put } from '../store/database.ts';
import { type ItemKey, jobKey } from '../store/keys.ts';
import { type Job, JobId, type Question } from './job.ts';
import { isNew } from './job-conditions.ts';
import { endOf } from './job-record.ts';

const Turn = z.object({ job: JobId, startedAt: z.iso.datetime() });

/** Of each kind and year, one job of a partnership at a time has its turn: else every new head would have a worker. */
export type Turn = z.infer<typeof Turn>;

const keyOf = ({ kind, partnershipId, financialYear = 'all' }: Question): ItemKey =>
  jobKey(partnershipId, `turn#${kind}#${financialYear}`);

export async function readTurn(database: Database, question: Question): Promise<Turn | undefined> {
  const item = await database.get({ table: 'records', key: keyOf(question) });
  return item === undefined ? undefined : Turn.parse(item);
}

/** The put that gives a job the turn, where whoever was seen to have it still has. */
export const turnPut = (job: Job, seen: Turn | undefined): Put => ({
  table: 'records',
  item: { ...keyOf(job), job: job.id, startedAt: job.startedAt, expiresAt: endOf(job) },
  condition: seen === undefined ? isNew : isStill(seen),
});

const isStill = ({ job, startedAt }: Turn): Condition => ({
  expression: '#job = :job AND #startedAt = :startedAt',
  names: { '#job': 'job', '#startedAt': 'startedAt' },
  values: { ':job': job, ':startedAt': startedAt },
});
