import { z } from 'zod';
import { logger } from '../http/chain.ts';
import { type Deps, environmentDeps } from '../http/deps.ts';
import { Job } from './job.ts';
import { placeOf } from './shown-job.ts';
import { takeJob } from './taken-job.ts';
import { type Work, works } from './works.ts';

const Event = z.object({ job: Job });

/** Does the job that it is told of. */
export const handler = async (event: unknown): Promise<void> => work(Event.parse(event).job, environmentDeps());

/** Does a job and puts its answer aside; its record tells how far it is. What fails is thrown on, so that it is heard. */
export async function work(job: Job, deps: Deps, table: Readonly<Record<Job['kind'], Work>> = works): Promise<void> {
  const taken = await takeJob(deps, job);
  // Lambda tells of a job at least once, and whoever starts it may send it again.
  if (taken === undefined) return logger.info('a job is not to be done again', { kind: job.kind, id: job.id });
  try {
    const { key, ...as } = placeOf(job);
    await table[job.kind](job, deps, taken.report, (content) => deps.documents.putAside(key, content, as));
    await taken.finish();
  } catch (cause) {
    logger.error('a job failed', { kind: job.kind, id: job.id, cause });
    await taken.fail().catch((error: unknown) => logger.warn('a job could not be marked', { error }));
    throw cause;
  }
}
