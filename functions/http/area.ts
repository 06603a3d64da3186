import { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { DomainError } from '../../domain/refusal.ts';
import { recordEvent } from '../store/events.ts';
import { failureOf } from '../store/failure.ts';
import { KeyReused, OutOfTime } from '../store/ledger-store.ts';
import type { Answer, Bound, Event } from './bound.ts';
import { authorise, type Caller, callerOf } from './caller.ts';
import { type Deps, environmentDeps } from './deps.ts';
import { type ProblemDocument, RequestProblem, refusalProblem } from './problem.ts';

export type Handler = (event: Event, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

const logger = new Logger();

/** A deployed function: the operations of one area behind one middleware chain. */
export function area(bounds: readonly Bound[], depsOf: () => Deps = environmentDeps): Handler {
  const byRoute = new Map(bounds.map((bound) => [`${bound.operation.method} ${bound.operation.path}`, bound]));
  return chain(async (event) => {
    const bound = byRoute.get(event.routeKey);
    if (bound === undefined) throw new Error(`no operation for the route ${event.routeKey}`);
    return audited(bound, event, depsOf());
  });
}

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

// Whoever calls what needs no token.
const noCaller: Caller = { person: { subject: 'nobody' }, isAdministrator: false, roles: new Map() };

/** Runs an operation for who may, and records what is to be recorded: reads of the books, and commands refused. */
async function audited(bound: Bound, event: Event, deps: Deps): Promise<Answer> {
  const { access, method, readIsRecorded } = bound.operation;
  const caller = access === 'public' ? noCaller : callerOf(event.requestContext.authorizer?.jwt.claims);
  try {
    authorise(caller, access, event.pathParameters?.['partnershipId'] ?? '');
    const answer = await bound.run(event, caller, deps);
    if (readIsRecorded) await recordRead(event, caller, deps);
    return answer;
  } catch (error) {
    const { document } = asProblem(error);
    const isRefusal = [403, 404, 409, 412, 422].includes(document.status);
    if (method !== 'GET' && isRefusal) await recordRefusal(event, caller, deps, document.code);
    throw error;
  }
}

const eventOf = (event: Event, { person }: Caller) => ({
  // A partnership that cannot exist has no events of its own.
  partnershipId: /^[a-z0-9][a-z0-9-]{0,62}$/.exec(event.pathParameters?.['partnershipId'] ?? '')?.[0] ?? 'platform',
  operation: event.routeKey,
  path: event.rawPath.slice(0, 1000),
  query: event.rawQueryString.slice(0, 1000),
  by: person,
  requestId: event.requestContext.requestId,
});

/** Nobody reads the books unseen: a read whose event cannot be written is not answered. */
async function recordRead(event: Event, caller: Caller, deps: Deps): Promise<void> {
  try {
    await recordEvent(deps.database, { ...eventOf(event, caller), kind: 'read' }, deps.now(), deps.newId());
  } catch (cause) {
    throw new OutOfTime('the read could not be recorded', { cause });
  }
}

async function recordRefusal(event: Event, caller: Caller, deps: Deps, code: string): Promise<void> {
  try {
    await recordEvent(deps.database, { ...eventOf(event, caller), kind: 'refused', code }, deps.now(), deps.newId());
  } catch (cause) {
    logger.error('a refusal could not be recorded', { cause });
  }
}

type Problem = { readonly document: ProblemDocument; readonly headers: Readonly<Record<string, string>> };

/** Anything thrown, as the caller may know it. What is nobody's fault but ours says nothing. */
function asProblem(error: unknown): Problem {
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
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', ...common, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

const problemResponse = ({ document, headers }: Problem): APIGatewayProxyStructuredResultV2 => ({
  statusCode: document.status,
  headers: { 'content-type': 'application/problem+json', ...common, ...headers },
  body: JSON.stringify(document),
});
