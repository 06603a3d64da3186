import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { type ProblemDocument, problems } from '../http/problem.ts';
import { type RequestProblemCode, requestProblemCodes } from '../http/request-problem.ts';
import type { Response } from './openapi-document.ts';

/** A problem document, as every refusal is written. */
export const Problem = z.object({
  type: z.string().meta({ description: 'What kind of problem this is: `/problems/` and the code.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().meta({ description: 'What is wrong, and where it helps, what to do. For people.' }),
  code: z.string().meta({ description: 'For programs.' }),
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .exactOptional()
    .meta({ description: 'With 400: a JSON Pointer to each member that is wrong, and what is wrong with it.' }),
}) satisfies z.ZodType<ProblemDocument>;

type Possible = { readonly code: string; readonly status: number; readonly title: string };

/** The problems that an operation can answer with, by status, their codes listed in words and in the schema. */
export function problemResponses(operation: Operation): Record<string, Response> {
  const byStatus = Map.groupBy(possible(operation), ({ status }) => String(status));
  return Object.fromEntries([...byStatus].map(([status, together]) => [status, response(together)]));
}

function possible(operation: Operation): Possible[] {
  // Where no path names anything, there is nothing that could be missing.
  const refusals = operation.problems.filter((code) => code !== 'not-found' || operation.path.includes('{'));
  return [
    ...requestProblems(operation).map((code) => ({ code, ...requestProblemCodes[code] })),
    ...refusals.map((code) => ({ code, status: problems[code].status, title: problems[code].title })),
  ];
}

function requestProblems({ access, method }: Operation): RequestProblemCode[] {
  const isPublic = access === 'public';
  return [
    'invalid-request',
    ...(isPublic ? [] : (['unauthenticated', 'unavailable'] as const)),
    ...(isPublic || access === 'signed-in' ? [] : (['forbidden'] as const)),
    'not-acceptable',
    ...(method === 'GET' ? [] : (['body-too-large', 'unsupported-media-type'] as const)),
    ...(method === 'POST' ? (['idempotency-key-reused', 'idempotency-key-required'] as const) : []),
  ];
}

function response(together: readonly Possible[]): Response {
  const codes = together.map(({ code }) => code);
  const isBusy = together.some(({ code }) => code === 'unavailable');
  const retryAfter = { description: 'Seconds to wait.', schema: { type: 'string', pattern: '^\\d+$' } } as const;
  return {
    description: together.map(({ code, title }) => `\`${code}\`: ${title}.`).join('\n\n'),
    ...(isBusy ? { headers: { 'Retry-After': retryAfter } } : {}),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem', properties: { code: { enum: codes } } },
      },
    },
  };
}
