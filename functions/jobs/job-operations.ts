import { z } from 'zod';
import { Slug } from '../../domain/text.ts';
import { get, noQuery } from '../http/operation.ts';
import { JobId } from './job.ts';
import { JobAnswer } from './shown-job.ts';

export const jobOperations = {
  getJob: get({
    path: '/v1/partnerships/{partnershipId}/jobs/{jobId}',
    area: 'audit',
    summary: 'How far work is that was too long for one answer, and a link to the answer when it is done',
    access: 'member',
    parameters: z.strictObject({ partnershipId: Slug, jobId: JobId }),
    query: noQuery,
    answer: JobAnswer,
  }),
};
