import { z } from 'zod';

/** A problem document, as the API answers it; the gateway's own answers carry their status alone. */
const Problem = z.looseObject({
  code: z.string().default('unavailable'),
  detail: z.string().default('The service is busy. Send the same again.'),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** The API did not do what it was asked to, and says why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(status: number, document: unknown) {
    const { data = Problem.parse({}) } = Problem.safeParse(document);
    super(`${status} ${data.code}`);
    this.status = status;
    this.code = data.code;
    this.detail = data.detail;
    this.errors = data.errors;
  }

  /** Whether the same request may succeed a moment later, and can do nothing twice. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}
