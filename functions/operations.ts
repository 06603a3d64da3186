import { z } from 'zod';
import type { Operation } from './http/operation.ts';

/** Every operation of the API. Routes, checks, documents, infrastructure and tests are made from this list. */
export const operations = {
  getHealth: {
    method: 'GET',
    path: '/healthz',
    area: 'service',
    summary: 'Whether the service runs',
    access: 'public',
    answer: { status: 200, schema: z.object({ status: z.literal('ok') }) },
    problems: [],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
