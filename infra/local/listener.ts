import type { Person } from './example/people.ts';
import { jwtAuthorizer } from './gateway/authorizer.ts';
import { gateway } from './gateway/gateway.ts';
import { invoker, type LoadHandler, loadHandler } from './gateway/invoke.ts';
import { type Routed, router } from './gateway/routes.ts';
import { type Issuer, mountPath } from './identity/issuer.ts';
import { answerLocalToken, localTokenPath } from './identity/local-token.ts';
import { isFromOwnOrigin } from './identity/own-origin.ts';
import { answerProblem, problems } from './identity/problem.ts';
import { identityProvider } from './identity.ts';
import type { Listener } from './server.ts';

export type ListenerParts = {
  readonly issuer: Issuer;
  readonly cookieKey: string;
  readonly people: readonly Person[];
  /** Tests give their own. */
  readonly load?: LoadHandler;
  readonly routed?: readonly Routed[];
};

/** All that is served: the provider and the tokens that exist on one machine alone, and beside them the gateway. */
export function serviceListener({ issuer, cookieKey, people, load = loadHandler, routed }: ListenerParts): Listener {
  const provider = identityProvider(issuer, cookieKey, people);
  const api = gateway({ route: router(routed), authorize: jwtAuthorizer(issuer), invoke: invoker(load) });
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path === localTokenPath) return answerLocalToken(request, response, issuer);
    if (!`${path}/`.startsWith(`${mountPath}/`)) return api(request, response);
    if (!isFromOwnOrigin(request, issuer.origin)) return answerProblem(response, problems.notFromHere);
    return provider(request, response);
  };
}
