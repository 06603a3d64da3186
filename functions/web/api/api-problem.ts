import { z } from 'zod';
import { PlainDate } from '../../../domain/plain-date.ts';
import { longDate } from '../../../domain/prose-dates.ts';

/** A problem document, as the API answers it; the gateway's own answers carry their status alone. */
const Problem = z.looseObject({
  code: z.string().default('unavailable'),
  detail: z.string().default('The service is busy. Send the same again.'),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** The gateway says no more than that it is so. */
const tooLarge = { code: 'body-too-large', detail: 'This is more than can be sent at once.' };

/** What is said to programs, as people say it. */
const sayings: readonly (readonly [RegExp, string])[] = [
  [
    /^Write an amount from 0\.00 to 999999999999\.99 .*$/,
    'Enter an amount in pounds with at most two decimal places, such as 1,250.00.',
  ],
  [/^The amount must be more than 0\.00\.$/, 'Enter more than £0.00.'],
  [/^This has happened, so it is dated from (\S+) to today, (\S+)\.$/, 'Enter a date from $1 to today, $2.'],
  [/^Write at most (\d+) characters\.$/, 'Enter at most $1 characters.'],
];

/** Sentences for programs, with their dates in words. */
export const inWords = (sentence: string): string =>
  sayings
    .reduce((said, [pattern, words]) => said.replace(pattern, words), sentence)
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => (PlainDate.safeParse(date).success ? longDate(date) : date));

/** The API did not do what it was asked to, and says why. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(status: number, document: unknown) {
    const { data = Problem.parse({}) } = Problem.safeParse(status === 413 ? tooLarge : document);
    super(`${status} ${data.code}`);
    this.status = status;
    this.code = data.code;
    this.detail = inWords(data.detail);
    this.errors = data.errors.map(({ pointer, detail }) => ({ pointer, detail: inWords(detail) }));
  }

  /** Whether the same request may succeed a moment later, and can do nothing twice. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}
