import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Event } from '../../../functions/http/bound.ts';
import { operations } from '../../../functions/operations.ts';
import { handler } from '../../../functions/service/handler.ts';

type Call = { readonly headers?: Record<string, string>; readonly query?: string; readonly claims?: unknown };

export const accessToken = { sub: 'ann', token_use: 'access', 'cognito:groups': '[maldon:auditor]' };

const routes = new Set(Object.values(operations).map(({ method, path }) => `${method} ${path}`));

/** Calls the service's function as the gateway does: by its own route where there is one, else as `$default`. */
export function call(method: string, rawPath: string, { headers = {}, query = '', claims }: Call = {}) {
  const route = `${method} ${rawPath}`;
  const authorizer = claims === undefined ? {} : { authorizer: { jwt: { claims, scopes: null } } };
  const event = {
    routeKey: routes.has(route) ? route : '$default',
    rawPath,
    rawQueryString: query,
    headers,
    isBase64Encoded: false,
    requestContext: { http: { method, path: rawPath }, ...authorizer },
  };
  return handler(event as unknown as Event, {} as Context);
}

export const jsonOf = ({ body = '' }: APIGatewayProxyStructuredResultV2) => JSON.parse(body);
