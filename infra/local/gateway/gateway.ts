import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorizer } from './authorizer.ts';
import { toEvent } from './event.ts';
import type { Invoke, Result } from './invoke.ts';
import { readBody } from './request-body.ts';
import type { RouteMatch } from './routes.ts';
import { parseTarget } from './target.ts';

export type GatewayParts = {
  readonly route: (method: string, encodedPath: string) => RouteMatch;
  readonly authorize: Authorizer;
  readonly invoke: Invoke;
};

const maximumBytes = 10 * 1024 * 1024;

/** API Gateway's part: finds the route, checks the token, makes the event, calls the function, writes its answer. */
export function gateway({ route, authorize, invoke }: GatewayParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = parseTarget(request.url ?? '');
    if (target === undefined) return writeOwn(response, 400, 'Bad Request');
    const found = route(request.method ?? '', target.encodedPath);
    const claims = found.isPublic ? undefined : await authorize(authorization(request));
    if (!found.isPublic && claims === undefined) {
      return writeOwn(response.setHeader('www-authenticate', 'Bearer'), 401, 'Unauthorized');
    }
    const body = await readBody(request, maximumBytes);
    if (body === undefined) return writeOwn(response, 413, 'Request Too Long');
    try {
      writeResult(response, await invoke(found.area, toEvent({ request, target, route: found, claims, body })));
    } catch (error) {
      console.error(error);
      writeOwn(response, 500, 'Internal Server Error');
    }
  };
}

/** Two such headers make none that is valid; Node by itself would take the first. */
function authorization({ headersDistinct }: IncomingMessage): string | undefined {
  return headersDistinct['authorization']?.join(',');
}

/** An answer that is the gateway's own. */
function writeOwn(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ message }));
}

function writeResult(response: ServerResponse, { statusCode, headers, cookies, body, isBase64Encoded }: Result): void {
  const head = new Headers({ 'content-type': 'text/plain;charset=UTF-8' });
  for (const [name, value] of Object.entries(headers)) head.set(name, String(value));
  for (const name of ['connection', 'content-length', 'transfer-encoding']) head.delete(name);
  for (const cookie of cookies) head.append('set-cookie', cookie);
  response.statusCode = statusCode;
  response.setHeaders(head).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}
