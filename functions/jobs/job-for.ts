import type { Answer } from '../http/bound.ts';
import type { Deps } from '../http/deps.ts';
import { digest } from '../store/digest.ts';
import { failureOf } from '../store/failure.ts';
import type { Job, Question } from './job.ts';
import { isAsRead, isNew, isUntaken } from './job-conditions.ts';
import { isForgotten, jobPut, putJob, readJob } from './job-record.ts';
import { hasStopped, shownJob } from './shown-job.ts';
import { readTurn, type Turn, turnPut } from './turn.ts';

// What is stored can be altered at the same head: a verification says how things stand now, and not this morning.
const millisecondsToHold = { 'audit-pack': Number.POSITIVE_INFINITY, verification: 10 * 60 * 1000 } satisfies Record<
  Job['kind'],
  number
>;

/**
 * The job that makes this answer: the one of the same question at the same head, or the one of the same kind and year
 * that is under way, if at an earlier head; started where there is neither.
 */
export async function jobFor(deps: Deps, question: Question): Promise<Job> {
  const seen = await lookedFor(deps, question);
  if (seen.current !== undefined) return seen.current;
  const at = new Date(deps.now()).toISOString();
  const progress = { done: 0, total: question.knownAt };
  const job: Job = { id: idOf(question), ...question, status: 'running', progress, startedAt: at, updatedAt: at };
  const other = await claimed(deps, job, seen);
  if (other !== undefined) return other;
  await started(deps, job);
  return job;
}

const idOf = ({ kind, partnershipId, financialYear, knownAt }: Question): string =>
  digest({ kind, partnershipId, knownAt, ...(financialYear === undefined ? {} : { financialYear }) }).slice(0, 32);

type Seen = {
  /** What is there of the same question. */
  readonly known: Job | undefined;
  readonly turn: Turn | undefined;
  /** What answers the question. */
  readonly current: Job | undefined;
};

async function lookedFor({ database, now }: Deps, question: Question): Promise<Seen> {
  const known = await readJob(database, question.partnershipId, idOf(question));
  const turn = await readTurn(database, question);
  if (known !== undefined && !isToBeStarted(known, now())) return { known, turn, current: known };
  const other = turn === undefined ? undefined : await readJob(database, question.partnershipId, turn.job);
  const isUnderWay = other?.status === 'running' && !isToBeStarted(other, now());
  return { known, turn, current: isUnderWay ? other : undefined };
}

const isToBeStarted = (job: Job, now: number): boolean =>
  isForgotten(job, now) ||
  job.status === 'failed' ||
  hasStopped(job, now) ||
  (job.status === 'done' && now >= Date.parse(job.updatedAt) + millisecondsToHold[job.kind]);

/** Puts the job's record and gives it the turn; gives the job of whoever asked at the same moment and was faster. */
async function claimed(deps: Deps, job: Job, { known, turn }: Seen): Promise<Job | undefined> {
  try {
    const puts = [jobPut(job, known === undefined ? isNew : isAsRead(known)), turnPut(job, turn)];
    await deps.database.write(puts, deps.newId());
    return undefined;
  } catch (error) {
    const { current } = failureOf(error) === 'lost-race' ? await lookedFor(deps, job) : {};
    if (current === undefined) throw error;
    return current;
  }
}

/** A job of which the worker could not be told has failed: whoever asks next starts it. */
async function started({ database, jobs }: Deps, job: Job): Promise<void> {
  try {
    await jobs.start(job);
  } catch (error) {
    // Not where a worker has heard of it after all: that one says how it ends.
    await putJob(database, { ...job, status: 'failed' }, isUntaken(job));
    throw error;
  }
}

/** The answer for now: where to ask how far it is. */
export const accepted = (job: Job): Answer => ({
  status: 202,
  headers: { location: `/v1/partnerships/${job.partnershipId}/jobs/${job.id}`, 'retry-after': '2' },
  body: shownJob(job),
});
