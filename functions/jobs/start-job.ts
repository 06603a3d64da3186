import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Job } from './job.ts';

/** Whoever does the work of jobs, beside what answers requests. */
export type Jobs = { readonly start: (job: Job) => Promise<void> };

/** The worker, a function that is told of a job and not waited for. */
export const workerJobs = (client: LambdaClient, functionName: () => string): Jobs => ({
  start: async (job) => {
    const Payload = JSON.stringify({ job });
    await client.send(new InvokeCommand({ FunctionName: functionName(), InvocationType: 'Event', Payload }));
  },
});
