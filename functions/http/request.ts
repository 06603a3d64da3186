import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import Negotiator from 'negotiator';
import type { z } from 'zod';
import type { FieldError } from './problem.ts';
import { RequestProblem } from './request-problem.ts';

const largestBody = 256 * 1024;
const deepest = 20;

/** A header's value; the gateway hands names over in lower case. */
export const header = (event: APIGatewayProxyEventV2, name: string): string | undefined => event.headers[name];

/** The body as it was sent, not yet looked into. Refuses more than 256 KiB. */
export function rawBody(event: APIGatewayProxyEventV2): Buffer {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (body.byteLength > largestBody) {
    throw new RequestProblem('body-too-large', 'A request holds at most 256 KiB.');
  }
  return body;
}

export function assertJson(event: APIGatewayProxyEventV2): void {
  const [type = '', ...parameters] = (header(event, 'content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (type.trim() !== 'application/json' || !isUtf8) {
    throw new RequestProblem('unsupported-media-type', 'Send application/json in UTF-8.');
  }
}

/** The form in which to answer, of those on offer; nothing asked for takes the first. */
export function negotiated(event: APIGatewayProxyEventV2, offered: readonly string[]): string {
  // Parameters such as a charset say nothing of the form, and an empty header asks for nothing.
  const accept = header(event, 'accept')
    ?.replaceAll(/;(?!\s*q=)[^;,]+/gi, '')
    .trim();
  const chosen = new Negotiator({ headers: accept ? { accept } : {} }).mediaType([...offered]);
  if (chosen !== undefined) return chosen;
  throw new RequestProblem('not-acceptable', `This is available as ${offered.join(', ')}.`);
}

/** Reads a JSON body. Refuses text that is not JSON, not UTF-8, or nested too deep. */
export function jsonBody(body: Buffer): unknown {
  const text = body.toString('utf8');
  // What a gateway, or decoding, makes of invalid UTF-8.
  if (text.includes('\u{FFFD}')) throw invalid([{ pointer: '', detail: 'The body is not valid UTF-8.' }]);
  if (isTooDeep(text)) throw invalid([{ pointer: '', detail: `JSON nests at most ${deepest} deep.` }]);
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([{ pointer: '', detail: 'The body is not JSON.' }]);
  }
}

/** Counts brackets outside strings, so that deep nesting is refused before anything recurses into it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  // A string that never ends is a token too: searched for its end again from every quote in it, it would take minutes.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Query parameters; the gateway would join repeated ones, so they are read from the query string itself. */
export function queryOf(event: APIGatewayProxyEventV2): Record<string, string> {
  const parameters = new URLSearchParams(event.rawQueryString);
  const repeated = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1);
  if (repeated !== undefined) {
    throw invalid([{ pointer: pointerTo(['query', repeated]), detail: 'This parameter is given twice.' }]);
  }
  return Object.fromEntries(parameters);
}

/** Parses a part of a request, or refuses it with a pointer to everything that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, part: string[]): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap((issue) => fieldErrors(issue, part)).slice(0, 50));
}

export const invalid = (errors: readonly FieldError[]): RequestProblem =>
  new RequestProblem('invalid-request', 'Nothing was changed. Put these right and send the request again.', { errors });

function fieldErrors(issue: z.core.$ZodIssue, part: readonly string[]): FieldError[] {
  const path = [...part, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), detail: 'There is no such member here.' }));
  }
  return [{ pointer: pointerTo(path), detail: isMissing(issue) ? 'This is needed.' : issue.message }];
}

const isMissing = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.input === undefined;

/** A JSON Pointer (RFC 6901). */
const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
