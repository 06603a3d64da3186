import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Area, type AreaDefinition, areas } from '../../functions/areas.ts';
import { lambdaContext, loadHandler } from './gateway/invoke.ts';
import { readBody } from './gateway/request-body.ts';
import type { Listener } from './server.ts';
import { type Credentials, isSignedContent, signatureFault } from './signature.ts';

export const lambdaPath = '/local/lambda';

export type LambdaParts = {
  readonly credentials: Credentials;
  readonly now?: () => number;
  /** Tests give their own. */
  readonly run?: (area: Area, event: unknown) => Promise<void>;
};

// As Lambda takes of an event.
const maximumBytes = 1024 * 1024;
const address = /\/2015-03-31\/functions\/([\w-]+)\/invocations$/;

/** As much of Lambda as the functions use: a function is told of an event, and not waited for. */
export function lambdaListener({ credentials, now = Date.now, run = runArea }: LambdaParts): Listener {
  return async (request, response) => {
    const fault = signatureFault(request, { credentials, service: 'lambda', now });
    if (fault !== undefined) return end(response, 403);
    const area = areaNamed(address.exec(request.url ?? '')?.[1] ?? '');
    if (area === undefined || request.method !== 'POST') return end(response, 404);
    const body = await readBody(request, maximumBytes);
    if (body === undefined) return end(response, 413);
    if (!isSignedContent(request, createHash('sha256').update(body).digest())) return end(response, 403);
    const event = parsed(body.toString('utf8'));
    const isAsked = request.headers['x-amz-invocation-type'] === 'Event' && event !== undefined;
    if (!isAsked) return end(response, 400);
    end(response, 202);
    // What fails there is nobody's answer here.
    await run(area, event).catch((error: unknown) => console.error(error));
  };
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

const isArea = (name: string): name is Area => Object.hasOwn(areas, name);
const areaNamed = (name: string): Area | undefined => (isArea(name) ? name : undefined);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function runArea(area: Area, event: unknown): Promise<void> {
  const { timeoutSeconds = 29 }: AreaDefinition = areas[area];
  const handler = await loadHandler<unknown>(area);
  await handler(event, lambdaContext(area, randomUUID(), timeoutSeconds * 1000));
}
