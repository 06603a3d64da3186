import { found } from '../../domain/refusal.ts';
import { bind } from '../http/bound.ts';
import { shown } from '../http/reads.ts';
import { jobOperations as declared } from './job-operations.ts';
import { isForgotten, readJob } from './job-record.ts';
import { hasStopped, placeOf, shownJob } from './shown-job.ts';

export const jobBounds = [
  bind(declared.getJob, async ({ parameters: { partnershipId, jobId } }, { database, documents, now }) => {
    const known = await readJob(database, partnershipId, jobId);
    const job = found(known !== undefined && isForgotten(known, now()) ? undefined : known, 'job', jobId);
    // Nobody waits for ever for a worker that is no more; who asks the question again starts it again.
    if (hasStopped(job, now())) return shown({ ...shownJob(job), status: 'failed' });
    if (job.status !== 'done') return shown(shownJob(job));
    const { key, ...as } = placeOf(job);
    const link = await documents.linkToAside(key, as);
    return shown({ ...shownJob(job), link });
  }),
];
