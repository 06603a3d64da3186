import type { ServerResponse } from 'node:http';

export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly InvalidMember[];
};
type InvalidMember = { readonly pointer: string; readonly detail: string };

/** What `POST /local/token` may answer instead of a token, in the form of the API's own problems. */
export const problems = {
  methodNotAllowed: { status: 405, code: 'method-not-allowed', title: 'Only POST is answered here' },
  notFromHere: { status: 403, code: 'forbidden', title: 'Only programs on this machine may ask, by its own address' },
  tooLong: { status: 413, code: 'content-too-large', title: 'The body is too long' },
  notJson: { status: 415, code: 'unsupported-media-type', title: 'The body must be application/json' },
  invalid: (errors: readonly InvalidMember[]): Problem => ({
    status: 400,
    code: 'invalid-request',
    title: 'The request is malformed',
    errors,
  }),
} as const;

export function answerProblem(response: ServerResponse, problem: Problem): void {
  const body = { type: `/problems/${problem.code}`, detail: problem.title, ...problem };
  if (problem.status === 405) response.setHeader('allow', 'POST');
  response.writeHead(problem.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
