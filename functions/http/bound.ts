import type { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { z } from 'zod';
import { type DateLimits, londonDate } from '../../domain/plain-date.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import { idempotencyKey } from './idempotency-key.ts';
import type { Operation } from './operation.ts';
import { assertJson, header, jsonBody, negotiated, parsed, queryOf, rawBody } from './request.ts';
import { RequestProblem } from './request-problem.ts';

export type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

/** A request of which everything was checked that can be checked without the ledger. */
export type Request<Parameters, Query, Body> = {
  readonly parameters: Parameters;
  readonly query: Query;
  readonly body: Body;
  /** The body as it was sent, for comparing requests. */
  readonly sent: unknown;
  readonly event: Event;
  readonly caller: Caller;
  readonly limits: DateLimits;
  /** A POST's idempotency key; empty elsewhere. */
  readonly key: string;
  /** The form of the answer that was agreed on. */
  readonly contentType: string;
  /** After this moment, nothing is tried again. */
  readonly deadline: number;
};

export type Answer = {
  readonly status: number;
  /** Text and bytes as they are; else a value to be written as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Action<Parameters, Query, Body> = (
  request: Request<Parameters, Query, Body>,
  deps: Deps,
) => Promise<Answer>;

/** An operation with what it does. */
export type Bound = {
  readonly operation: Operation;
  readonly run: (event: Event, caller: Caller, deps: Deps) => Promise<Answer>;
};

const timeToTry = 20_000;

/** Ties an operation to its action. Requests are checked in the contract's order: 413, 415, 406, 428, 400. */
export function bind<Parameters extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  operation: Operation<Parameters, Query, Body>,
  action: Action<z.output<Parameters>, z.output<Query>, z.output<Body>>,
  beforeBody?: (event: Event, deps: Deps) => Promise<void>,
): Bound {
  const { method } = operation;
  const run: Bound['run'] = async (event, caller, deps) => {
    const started = deps.now();
    const limits = { today: londonDate(new Date(started).toISOString()) };
    const raw = rawBody(event);
    if (method !== 'GET' && !isBare(event, raw)) assertJson(event);
    const contentType = negotiated(event, operation.answer.contentTypes);
    const key = method === 'POST' ? idempotencyKey(event) : '';
    const check = () => {
      const parameters = parsed(operation.parameters, event.pathParameters ?? {}, ['path']);
      const query = parsed(operation.query(limits), queryOf(event), ['query']);
      const sent = method === 'GET' ? undefined : raw.byteLength === 0 ? {} : jsonBody(raw);
      return { parameters, query, sent, body: parsed(operation.body(limits), sent, []) };
    };
    const checked = await orElse(check, () => beforeBody?.(event, deps));
    return action({ ...checked, event, caller, limits, key, contentType, deadline: started + timeToTry }, deps);
  };
  return { operation, run };
}

/** Nothing was sent, and nothing said of what it is: as good as an empty object. */
const isBare = (event: Event, raw: Buffer): boolean =>
  raw.byteLength === 0 && header(event, 'content-type') === undefined;

/** What is missing comes before what is malformed: a failed check first asks whether something was to be refused earlier. */
async function orElse<Checked>(check: () => Checked, earlier: () => Promise<void> | undefined): Promise<Checked> {
  try {
    return check();
  } catch (error) {
    if (error instanceof RequestProblem) await earlier();
    throw error;
  }
}
