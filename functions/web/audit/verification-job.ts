import { VerificationReport } from '../../../domain/ledger/verification.ts';
import { operations } from '../../operations.ts';
import { type AnswerOf, type Api, answered } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';

export type Job = AnswerOf<'getJob'>;

/** A verification: what it found, how far it is, or that it came to nothing. */
export type Run =
  | { readonly is: 'done'; readonly report: VerificationReport }
  | { readonly is: 'running'; readonly jobId: string; readonly progress: Job['progress'] }
  | { readonly is: 'failed' }
  /** Results are kept for a day. */
  | { readonly is: 'gone' };

/** Starts it. A short journal is verified at once; a long one by a job. */
export async function startVerification(api: Api, partnershipId: string): Promise<Run> {
  const response = await api.fetch('verifyJournal', { partnershipId });
  const document = await answered(response);
  if (response.status !== 202) return { is: 'done', report: VerificationReport.parse(document) };
  const { id, progress } = operations.getJob.answer.schema.parse(document);
  return { is: 'running', jobId: id, progress };
}

/** How far a job is; where it is done, what it found. */
export async function runOf(api: Api, partnershipId: string, jobId: string): Promise<Run> {
  try {
    const { status, progress, link } = await api.read('getJob', { partnershipId, jobId });
    if (status === 'failed') return { is: 'failed' };
    if (status === 'running' || link === undefined) return { is: 'running', jobId, progress };
    return { is: 'done', report: VerificationReport.parse(await answered(await fetch(link))) };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'not-found') return { is: 'gone' };
    throw error;
  }
}
