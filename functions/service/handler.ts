import type { Answer, Event } from '../http/bound.ts';
import { chain } from '../http/chain.ts';
import type { Operation } from '../http/operation.ts';
import { negotiated, parsed, queryOf } from '../http/request.ts';
import { contentSecurityPolicy, docsPage } from './docs.ts';
import { openApiDocument } from './openapi.ts';
import { serviceOperations as declared } from './operations.ts';
import { unrouted } from './unrouted.ts';

type Served = { readonly operation: Operation; readonly answer: () => Answer };

// The document changes with the service alone; `Vary`, because other forms of it are refused.
const published = { 'cache-control': 'public, max-age=300', vary: 'Accept' };

const served: readonly Served[] = [
  { operation: declared.getHealth, answer: () => ({ status: 200, body: { status: 'ok' } }) },
  {
    operation: declared.getOpenApi,
    answer: () => ({ status: 200, body: openApiDocument().text, headers: published }),
  },
  {
    operation: declared.getDocs,
    answer: () => ({
      status: 200,
      body: docsPage(),
      headers: {
        ...published,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'referrer-policy': 'no-referrer',
      },
    }),
  },
];

const byRoute = new Map(served.map((one) => [`${one.operation.method} ${one.operation.path}`, one]));

/** What the service says of itself, and the answer to whatever no operation serves. It reads no table. */
export const handler = chain(async (event) => {
  const found = byRoute.get(event.routeKey);
  return found === undefined ? unrouted(event) : serve(found, event);
});

function serve({ operation, answer }: Served, event: Event): Answer {
  negotiated(event, operation.answer.contentTypes);
  // Its query has no dates that could depend on today.
  parsed(operation.query({ today: '' }), queryOf(event), ['query']);
  return answer();
}
