import type { Condition } from '../store/database.ts';
import type { Job } from './job.ts';

/** There is none, or it was deleted. */
export const isNew: Condition = { expression: 'attribute_not_exists(pk)' };

/** Nothing has happened to it since it was read. */
export const isAsRead = ({ startedAt, updatedAt }: Job): Condition => ({
  expression: '#startedAt = :startedAt AND #updatedAt = :updatedAt',
  names: { '#startedAt': 'startedAt', '#updatedAt': 'updatedAt' },
  values: { ':startedAt': startedAt, ':updatedAt': updatedAt },
});

/** It runs and no worker has taken it. */
export const isUntaken = ({ startedAt }: Job): Condition => ({
  expression: '#startedAt = :startedAt AND #status = :running AND attribute_not_exists(#worker)',
  names: { '#startedAt': 'startedAt', '#status': 'status', '#worker': 'worker' },
  values: { ':startedAt': startedAt, ':running': 'running' },
});

/** It runs and waits for a worker; or this one has it, whose first attempt was done and not answered. */
export const isToTake = ({ startedAt }: Job, worker: string): Condition => ({
  expression: '#startedAt = :startedAt AND #status = :running AND (attribute_not_exists(#worker) OR #worker = :worker)',
  names: { '#startedAt': 'startedAt', '#status': 'status', '#worker': 'worker' },
  values: { ':startedAt': startedAt, ':running': 'running', ':worker': worker },
});

/** This worker has it, and it runs; or it has come to this end already, by an attempt that was not answered. */
export const isOf = (worker: string, status: Job['status']): Condition => ({
  expression: '#worker = :worker AND (#status = :running OR #status = :status)',
  names: { '#status': 'status', '#worker': 'worker' },
  values: { ':worker': worker, ':running': 'running', ':status': status },
});
