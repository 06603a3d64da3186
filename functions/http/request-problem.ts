import type { FieldError, ProblemDocument } from './problem.ts';

/** What is wrong with a request before the domain sees it, or with the service itself. */
const refusedRequests = {
  'invalid-request': { status: 400, title: 'Something in the request is not right' },
  unauthenticated: { status: 401, title: 'No valid token' },
  forbidden: { status: 403, title: 'Not allowed' },
  'no-such-address': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'Not available in that form' },
  'body-too-large': { status: 413, title: 'Body too large' },
  'unsupported-media-type': { status: 415, title: 'Not JSON' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency key already used' },
  'idempotency-key-required': { status: 428, title: 'Idempotency-Key is needed' },
  'internal-error': { status: 500, title: 'Something went wrong' },
  unavailable: { status: 503, title: 'Try again' },
} as const satisfies Record<string, { status: number; title: string }>;

export type RequestProblemCode = keyof typeof refusedRequests;
export const requestProblemCodes = refusedRequests;

/** A request is refused before or beside the domain. */
export class RequestProblem extends Error {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: RequestProblemCode,
    detail: string,
    more: { readonly errors?: readonly FieldError[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(code);
    this.name = 'RequestProblem';
    const { errors, headers = {} } = more;
    this.document = {
      type: `/problems/${code}`,
      ...refusedRequests[code],
      detail,
      code,
      ...(errors === undefined ? {} : { errors }),
    };
    this.headers = headers;
  }
}
