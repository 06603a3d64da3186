import type { Area } from '../../../functions/areas.ts';
import { operations } from '../../../functions/operations.ts';

export type Route = {
  readonly key: string;
  readonly area: Area;
  readonly isPublic: boolean;
};

export type RouteMatch = Route & { readonly parameters: Readonly<Record<string, string>> };

type OperationRoute = Route & { readonly method: string; readonly segments: readonly string[] };

/** What the gateway's `$default` route is: for a signed-in caller, the function that answers 404 and 405. */
const fallback: Route = { key: '$default', area: 'service', isPublic: false };

/** The pages have a gateway of their own, whose only route is this; here they share an origin with the API. */
const pages: Route = { key: '$default', area: 'web', isPublic: true };

/** As much of an operation as routing needs. */
export type Routed = {
  readonly method: string;
  readonly path: string;
  readonly area: Area;
  readonly access: unknown;
};

/** Finds the route of a method and a raw path among these operations, as the gateway does. */
export function router(routed: readonly Routed[] = Object.values(operations)) {
  const routes = routed.map(toRoute).sort(byLiteralsFirst);
  return (method: string, rawPath: string): RouteMatch => {
    const segments = rawPath.split('/');
    const route = routes.find((candidate) => candidate.method === method && matches(candidate, segments));
    if (route === undefined) return { ...(segments[1] === 'v1' ? fallback : pages), parameters: {} };
    return { key: route.key, area: route.area, isPublic: route.isPublic, parameters: parameters(route, segments) };
  };
}

function toRoute({ method, path, area, access }: Routed): OperationRoute {
  return { key: `${method} ${path}`, method, segments: path.split('/'), area, isPublic: access === 'public' };
}

/** Of two routes that match, the one whose first differing segment is literal wins. */
function byLiteralsFirst(a: OperationRoute, b: OperationRoute): number {
  const form = ({ segments }: OperationRoute) => segments.map((segment) => (isParameter(segment) ? '1' : '0')).join('');
  return form(a).localeCompare(form(b));
}

function matches(route: OperationRoute, segments: readonly string[]): boolean {
  return (
    route.segments.length === segments.length &&
    route.segments.every((wanted, index) => {
      const segment = segments[index] ?? '';
      return isParameter(wanted) ? segment !== '' : decodeURIComponent(segment) === wanted;
    })
  );
}

/** Decoded one by one, so that an encoded slash stays inside its segment. */
function parameters(route: OperationRoute, segments: readonly string[]): Record<string, string> {
  const pairs = route.segments.map((wanted, index) => [wanted, segments[index] ?? ''] as const);
  const named = pairs.filter(([wanted]) => isParameter(wanted));
  return Object.fromEntries(named.map(([wanted, segment]) => [wanted.slice(1, -1), decodeURIComponent(segment)]));
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}
