import type { Answer } from '../http/bound.ts';
import type { Deps } from '../http/deps.ts';
import { digest } from '../store/digest.ts';
import { failureOf } from '../store/failure.ts';
import type { Job, Question } from './job.ts';
import { isForgotten, putJob, readJob } from './job-record.ts';
import { hasStopped, shownJob } from './shown-job.ts';

// What is stored can be altered at the same head: a verification says how things stand now, and not this morning.
const millisecondsToHold = { 'audit-pack': Number.POSITIVE_INFINITY, verification: 10 * 60 * 1000 } satisfies Record<
  Job['kind'],
  number
>;

/** The job that makes this answer; started where none is under way. The same question at the same head is the same job. */
export async function jobFor(deps: Deps, question: Question): Promise<Job> {
  const { kind, partnershipId, financialYear, knownAt } = question;
  const asked = { kind, partnershipId, knownAt, ...(financialYear === undefined ? {} : { financialYear }) };
  const id = digest(asked).slice(0, 32);
  const known = await readJob(deps.database, partnershipId, id);
  if (known !== undefined && !isToBeStarted(known, deps.now())) return known;
  const at = new Date(deps.now()).toISOString();
  const progress = { done: 0, total: knownAt };
  const job: Job = { id, ...asked, status: 'running', progress, startedAt: at, updatedAt: at };
  const other = await claimed(deps, job, known);
  if (other !== undefined) return other;
  await started(deps, job);
  return job;
}

const isToBeStarted = (job: Job, now: number): boolean =>
  isForgotten(job, now) ||
  job.status === 'failed' ||
  hasStopped(job, now) ||
  (job.status === 'done' && now >= Date.parse(job.updatedAt) + millisecondsToHold[job.kind]);

/** Puts the job's record; gives the job of whoever asked the same at the same moment and was faster. */
async function claimed({ database, now }: Deps, job: Job, known: Job | undefined): Promise<Job | undefined> {
  try {
    await putJob(database, job, known?.startedAt);
    return undefined;
  } catch (error) {
    const other = failureOf(error) === 'lost-race' ? await readJob(database, job.partnershipId, job.id) : undefined;
    if (other === undefined || isToBeStarted(other, now())) throw error;
    return other;
  }
}

/** A job of which the worker could not be told has failed: whoever asks next starts it. */
async function started({ database, jobs }: Deps, job: Job): Promise<void> {
  try {
    await jobs.start(job);
  } catch (error) {
    await putJob(database, { ...job, status: 'failed' }, job.startedAt);
    throw error;
  }
}

/** The answer for now: where to ask how far it is. */
export const accepted = (job: Job): Answer => ({
  status: 202,
  headers: { location: `/v1/partnerships/${job.partnershipId}/jobs/${job.id}`, 'retry-after': '2' },
  body: shownJob(job),
});
