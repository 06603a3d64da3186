import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type {
  APIGatewayEventRequestContextJWTAuthorizer,
  APIGatewayEventRequestContextV2,
  APIGatewayProxyEventV2WithRequestContext,
} from 'aws-lambda';
import type { Claims } from './authorizer.ts';
import type { RouteMatch } from './routes.ts';
import type { Target } from './target.ts';

/** An event of an HTTP API, payload format 2.0. A public route's has no authorizer. */
export type GatewayEvent = APIGatewayProxyEventV2WithRequestContext<
  APIGatewayEventRequestContextV2 & { authorizer?: APIGatewayEventRequestContextJWTAuthorizer }
>;

export type Call = {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly route: RouteMatch;
  readonly claims: Claims | undefined;
  readonly body: Buffer;
};

/** The event that the gateway would make of this call. Members without content are left out. */
export function toEvent({ request, target, route, claims, body }: Call): GatewayEvent {
  const { cookie, ...headers } = joinHeaders(request.rawHeaders);
  const context = requestContext(request, target, route.key);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: target.rawPath,
    rawQueryString: target.rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */) }),
    headers,
    ...(isEmpty(target.query) ? {} : { queryStringParameters: target.query }),
    requestContext: claims === undefined ? context : { ...context, authorizer: { jwt: { claims, scopes: null } } },
    ...(isEmpty(route.parameters) ? {} : { pathParameters: route.parameters }),
    ...encodeBody(body, headers['content-type']),
  };
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Names in lower case, repeated headers joined by commas; those between two hops stop here. */
function joinHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const values = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const earlier = values.get(name);
    const separator = name === 'cookie' ? '; ' : ',';
    const value = rawHeaders[index + 1] ?? '';
    if (!hopByHop.has(name)) values.set(name, earlier === undefined ? value : earlier + separator + value);
  }
  return Object.fromEntries(values);
}

function requestContext(request: IncomingMessage, target: Target, routeKey: string): APIGatewayEventRequestContextV2 {
  const now = new Date();
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: '127.0.0.1',
    domainPrefix: 'local',
    http: {
      method: request.method ?? '',
      path: target.rawPath,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now.getTime(),
  };
}

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(now: Date): string {
  const [, day, month, year, time] = now.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/**
 * Text in these types alone, whatever is no UTF-8 in it replaced; all else is base64, forms and bodies without a type
 * included. That is what the gateway was seen to do; its documentation doesn't list the types.
 */
const textTypes = /^(text\/[^;]*|application\/(json|xml|javascript)) *(;|$)/i;

function encodeBody(body: Buffer, contentType = ''): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isBase64Encoded = !textTypes.test(contentType);
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}

function isEmpty(record: Readonly<Record<string, string>>): boolean {
  return Object.keys(record).length === 0;
}
