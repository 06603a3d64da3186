import { recordRead, recordRefusal } from './audit.ts';
import type { Answer, Bound, Event } from './bound.ts';
import { authorise, type Caller, callerOf } from './caller.ts';
import { asProblem, chain, type Handler } from './chain.ts';
import { type Deps, environmentDeps } from './deps.ts';
import { withinLimit } from './large-answer.ts';

/** A deployed function: the operations of one area behind one middleware chain. */
export function area(bounds: readonly Bound[], depsOf: () => Deps = environmentDeps): Handler {
  const byRoute = new Map(bounds.map((bound) => [`${bound.operation.method} ${bound.operation.path}`, bound]));
  return chain(async (event) => {
    const bound = byRoute.get(event.routeKey);
    if (bound === undefined) throw new Error(`no operation for the route ${event.routeKey}`);
    return audited(bound, event, depsOf());
  });
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
    return method === 'GET' ? await withinLimit(answer, event, deps) : answer;
  } catch (error) {
    const { document } = asProblem(error);
    const isRefusal = [403, 404, 409, 412, 422].includes(document.status);
    const isDryRun = new URLSearchParams(event.rawQueryString).get('dryRun') === 'true';
    if (isRefusal && !isDryRun && (method !== 'GET' || document.status === 403))
      await recordRefusal(event, caller, deps, document.code);
    throw error;
  }
}
