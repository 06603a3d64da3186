import { z } from 'zod';
import type { As } from '../documents/document-store.ts';
import { Job } from './job.ts';

/** A job as its caller sees it. */
export const JobAnswer = Job.omit({ partnershipId: true, financialYear: true, knownAt: true }).extend({
  link: z.url().exactOptional().meta({ description: 'There when it is done: the answer, for five minutes.' }),
});

export function shownJob(job: Job): z.infer<typeof JobAnswer> {
  const { id, kind, status, progress, startedAt, updatedAt } = job;
  return { id, kind, status, progress, startedAt, updatedAt };
}

const longestSilence = 2 * 60 * 1000;

/** Whether a job that should be running has not been heard of for too long. */
export const hasStopped = ({ status, updatedAt }: Job, now: number): boolean =>
  status === 'running' && now >= Date.parse(updatedAt) + longestSilence;

/** Where the answer of a job is put aside, and what it is. */
export function placeOf({ id, kind, partnershipId, financialYear }: Job): As & { readonly key: string } {
  const key = `${partnershipId}/jobs/${id}`;
  switch (kind) {
    case 'audit-pack':
      return {
        key,
        contentType: 'application/zip',
        fileName: `${partnershipId}-audit-pack-${financialYear ?? 'all'}.zip`,
      };
    case 'verification':
      return { key, contentType: 'application/json', fileName: `${partnershipId}-verification.json` };
  }
}
