import { randomUUID } from 'node:crypto';
import type { Deps } from '../http/deps.ts';
import { failureOf } from '../store/failure.ts';
import type { Job, Report } from './job.ts';
import { isOf, isToTake } from './job-conditions.ts';
import { putJob, readTaken } from './job-record.ts';

/** A job that one worker has, and no other. All of it rejects where the job was started again meanwhile. */
export type TakenJob = {
  readonly report: Report;
  readonly finish: () => Promise<void>;
  readonly fail: () => Promise<void>;
};

const millisecondsBetweenReports = 1000;

/** Takes a job for whoever asks; undefined where another has it, or it has come to an end. */
export async function takeJob({ database, now }: Deps, job: Job): Promise<TakenJob | undefined> {
  // Not the id of the invocation: what is told twice may well be told under the same.
  const worker = randomUUID();
  let { progress } = job;
  let latest = job;
  const next = (more: Partial<Job>): Job => {
    latest = { ...latest, ...more, updatedAt: new Date(now()).toISOString() };
    return latest;
  };
  const put = (more: Pick<Job, 'status'> & Partial<Job>) =>
    putJob(database, next(more), isOf(worker, more.status), worker);
  if (!(await isTaken(database, next({}), worker))) return undefined;
  return {
    report: async (reached) => {
      progress = reached;
      const isDue = now() >= Date.parse(latest.updatedAt) + millisecondsBetweenReports;
      if (isDue) await put({ status: 'running', progress });
    },
    finish: () => put({ status: 'done', progress: { ...progress, done: progress.total } }),
    fail: () => put({ status: 'failed' }),
  };
}

async function isTaken(database: Deps['database'], job: Job, worker: string): Promise<boolean> {
  try {
    await putJob(database, job, isToTake(job, worker), worker);
    return true;
  } catch (error) {
    const stored = failureOf(error) === 'lost-race' ? await readTaken(database, job.partnershipId, job.id) : undefined;
    // A database that is only busy is no other worker.
    if (stored === undefined || isFree(stored, job)) throw error;
    return false;
  }
}

type Stored = { readonly job: Job; readonly worker: string | undefined };

const isFree = ({ job: { status, startedAt }, worker }: Stored, job: Job): boolean =>
  worker === undefined && status === 'running' && startedAt === job.startedAt;
