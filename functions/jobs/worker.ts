import { z } from 'zod';
import { logger } from '../http/chain.ts';
import { type Deps, environmentDeps } from '../http/deps.ts';
import { Job, type Report } from './job.ts';
import { putJob } from './job-record.ts';
import { placeOf } from './shown-job.ts';
import { type Work, works } from './works.ts';

const Event = z.object({ job: Job });

/** Does the job that it is told of. */
export const handler = async (event: unknown): Promise<void> => work(Event.parse(event).job, environmentDeps());

const millisecondsBetweenReports = 1000;

/** Does a job and puts its answer aside; its record tells how far it is. What fails is thrown on, so that it is heard. */
export async function work(job: Job, deps: Deps, table: Readonly<Record<Job['kind'], Work>> = works): Promise<void> {
  let latest = job;
  let { progress } = job;
  const put = async (more: Partial<Job>): Promise<void> => {
    latest = { ...latest, ...more, updatedAt: new Date(deps.now()).toISOString() };
    // Where it was started again meanwhile, it is another worker's, and this one stops.
    await putJob(deps.database, latest, job.startedAt);
  };
  const report: Report = async (reached) => {
    progress = reached;
    const isDue = deps.now() >= Date.parse(latest.updatedAt) + millisecondsBetweenReports;
    if (isDue) await put({ progress });
  };
  try {
    await put({});
    const { key, ...as } = placeOf(job);
    await table[job.kind](job, deps, report, (content) => deps.documents.putAside(key, content, as));
    await put({ status: 'done', progress: { ...progress, done: progress.total } });
  } catch (cause) {
    logger.error('a job failed', { kind: job.kind, id: job.id, cause });
    await put({ status: 'failed' }).catch((error: unknown) => logger.warn('a job could not be marked', { error }));
    throw cause;
  }
}
