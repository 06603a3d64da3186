import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { type Area, areas } from '../../../functions/areas.ts';
import type { GatewayEvent } from './event.ts';

const maximumCharacters = 6 * 1024 * 1024;

/** What a function answers the gateway with. Lambda hands on no more than 6 MB. */
export const Result = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().max(maximumCharacters).default(''),
  isBase64Encoded: z.boolean().default(false),
});
export type Result = z.infer<typeof Result>;

export type Handler<Event = GatewayEvent> = (event: Event, context: Context) => unknown;
export type LoadHandler = (area: Area) => Promise<Handler>;
export type Invoke = (area: Area, event: GatewayEvent) => Promise<Result>;

/** The handler of an area, from the same entry that is deployed; opened at its first call, when all variables are set. */
export async function loadHandler<Event = GatewayEvent>(area: Area): Promise<Handler<Event>> {
  const entry = new URL(`../../../${areas[area].entry}`, import.meta.url);
  const EntryModule = z.object({ handler: z.custom<Handler<Event>>((value) => typeof value === 'function') });
  return EntryModule.parse(await import(entry.href)).handler;
}

const millisecondsToRun = 29_000;

/** Calls an area's function as Lambda would, its time limit included. */
export function invoker(load: LoadHandler = loadHandler, milliseconds = millisecondsToRun): Invoke {
  return async (area, event) => {
    const handler = await load(area);
    const over = new AbortController();
    const limit = pause(milliseconds, undefined, over).then(() => {
      throw new Error(`the function ${area} took longer than ${milliseconds} ms`);
    });
    try {
      return Result.parse(
        await Promise.race([handler(event, lambdaContext(area, event.requestContext.requestId, milliseconds)), limit]),
      );
    } finally {
      over.abort();
      limit.catch(() => undefined);
    }
  };
}

export function lambdaContext(area: Area, requestId: string, milliseconds: number): Context {
  const deadline = Date.now() + milliseconds;
  const unused = () => undefined;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: area,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${area}`,
    memoryLimitInMB: String(areas[area].memoryMegabytes),
    awsRequestId: requestId,
    logGroupName: `/local/${area}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: unused,
    fail: unused,
    succeed: unused,
  };
}
