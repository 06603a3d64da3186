import type { Answer, Event } from '../http/bound.ts';
import { callerOf } from '../http/caller.ts';
import type { Operation } from '../http/operation.ts';
import { RequestProblem } from '../http/request-problem.ts';
import { operations } from '../operations.ts';

const all: readonly Operation[] = Object.values(operations);

/** What no operation serves: 404, or 405 where the address takes other methods. 401 comes before either. */
export function unrouted({ rawPath, requestContext }: Event): Answer {
  callerOf(requestContext.authorizer?.jwt.claims);
  const methods = methodsOf(rawPath);
  // A method that the address takes was not routed here for its method: the path was encoded out of shape.
  if (methods.length === 0 || methods.includes(requestContext.http.method)) {
    throw new RequestProblem('no-such-address', 'There is nothing at this address; /docs lists what there is.');
  }
  const allow = methods.join(', ');
  throw new RequestProblem('method-not-allowed', `This address takes ${allow}.`, { headers: { allow } });
}

/** The methods that an address takes; of paths that match, one with a literal where others take anything wins. */
export function methodsOf(rawPath: string, among: readonly Pick<Operation, 'method' | 'path'>[] = all): string[] {
  const segments = rawPath.split('/');
  const [best] = [...new Set(among.map(({ path }) => path))]
    .filter((path) => matches(path.split('/'), segments))
    .toSorted((a, b) => (shape(a) < shape(b) ? -1 : 1));
  return among.filter(({ path }) => path === best).map(({ method }) => method);
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

const matches = (wanted: readonly string[], segments: readonly string[]): boolean =>
  wanted.length === segments.length &&
  wanted.every((part, place) => (isParameter(part) ? segments[place] !== '' : part === segments[place]));

/** Sorts literals before parameters, from left to right. */
const shape = (path: string): string =>
  path
    .split('/')
    .map((segment) => (isParameter(segment) ? '1' : '0'))
    .join('');
