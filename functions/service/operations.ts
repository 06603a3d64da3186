import { z } from 'zod';
import { get, noParameters, noQuery } from '../http/operation.ts';

const open = { area: 'service', access: 'public', parameters: noParameters, query: noQuery } as const;

export const serviceOperations = {
  getHealth: get({
    ...open,
    path: '/healthz',
    summary: 'Whether the service runs',
    answer: z.strictObject({ status: z.literal('ok') }),
  }),
  getOpenApi: get({
    ...open,
    path: '/openapi.json',
    summary: 'This API as an OpenAPI document',
    answer: z.record(z.string(), z.unknown()),
  }),
  getDocs: get({
    ...open,
    path: '/docs',
    summary: 'This API, readable',
    answer: z.string(),
    contentTypes: ['text/html'],
  }),
};
