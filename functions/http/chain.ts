import { Buffer } from 'node:buffer';
import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { DomainError } from '../../domain/refusal.ts';
import { KeyReused, OutOfTime } from '../store/command.ts';
import { failureOf } from '../store/failure.ts';
import type { Answer, Event } from './bound.ts';
import { type ProblemDocument, refusalProblem } from './problem.ts';
import { RequestProblem } from './request-problem.ts';

export type Handler = (event: Event, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

export const logger = new Logger();

/** The middleware chain: answers are written as the gateway takes them, whatever is thrown as a problem. */
export function chain(answer: (event: Event) => Promise<Answer>): Handler {
  const handler = middy<Event, APIGatewayProxyStructuredResultV2, Error, Context>()
    .onError((request) => {
      const problem = asProblem(request.error);
      if (problem.document.status === 500) logger.error('unexpected', { cause: request.error });
      request.response = problemResponse(problem);
    })
    .handler(async (event) => response(await answer(event)));
  return async (event, context) => handler(event, context);
}

type Problem = { readonly document: ProblemDocument; readonly headers: Readonly<Record<string, string>> };

/** Anything thrown, as the caller may know it. What is nobody's fault but ours says nothing. */
export function asProblem(error: unknown): Problem {
  if (error instanceof RequestProblem) return error;
  if (error instanceof DomainError) return { document: refusalProblem(error.refusal, error.refusal.code), headers: {} };
  if (error instanceof KeyReused) {
    return new RequestProblem('idempotency-key-reused', 'This Idempotency-Key was used for another request.');
  }
  if (error instanceof OutOfTime || failureOf(error) !== 'fault') {
    const headers = { 'retry-after': '1' };
    return new RequestProblem('unavailable', 'The service is busy. Send the same request again.', { headers });
  }
  return new RequestProblem('internal-error', 'Nothing is wrong with your request. Try again later.');
}

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function response({ status, body, headers }: Answer): APIGatewayProxyStructuredResultV2 {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return { statusCode: status, headers: { ...type, ...common, ...headers }, ...written(body) };
}

// Lambda hands on 6 MB of JSON, in which a text may take twice its length, and base64 a third more than it codes.
const longestText = 3_000_000;

/** Bytes are base64; so is long text. */
function written(body: unknown): Pick<APIGatewayProxyStructuredResultV2, 'body' | 'isBase64Encoded'> {
  const content = serialised(body);
  if (typeof content === 'string' && Buffer.byteLength(content) <= longestText) return { body: content };
  return { body: Buffer.from(content).toString('base64'), isBase64Encoded: true };
}

/** What an answer's body is on the wire. */
export function serialised(body: unknown): string | Uint8Array {
  if (body === undefined) return '';
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
}

const problemResponse = ({ document, headers }: Problem): APIGatewayProxyStructuredResultV2 => ({
  statusCode: document.status,
  headers: { 'content-type': 'application/problem+json', ...common, ...headers },
  body: JSON.stringify(document),
});
