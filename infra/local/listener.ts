import { assetListener, assetsPath } from './asset-listener.ts';
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
import { lambdaListener, lambdaPath } from './lambda.ts';
import type { Listener } from './server.ts';
import { type StorageParts, storageListener, storagePath } from './storage/storage.ts';

export type ListenerParts = {
  readonly issuer: Issuer;
  readonly cookieKey: string;
  readonly people: readonly Person[];
  readonly storage: StorageParts;
  /** The folder in which the pages' built files lie. */
  readonly assets: string;
  /** Tests give their own. */
  readonly load?: LoadHandler;
  readonly routed?: readonly Routed[];
};

/** All that is served: the provider and the tokens that exist on one machine alone, and beside them the gateway. */
export function serviceListener(parts: ListenerParts): Listener {
  const { issuer, cookieKey, people, storage, assets, load = loadHandler, routed } = parts;
  const provider = identityProvider(issuer, cookieKey, people);
  const api = gateway({ route: router(routed), authorize: jwtAuthorizer(issuer), invoke: invoker(load) });
  const objects = storageListener(storage);
  const lambda = lambdaListener(storage);
  const files = assetListener(assets);
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path.startsWith(`${storagePath}/`)) return objects(request, response);
    if (path.startsWith(`${lambdaPath}/`)) return lambda(request, response);
    if (path.startsWith(assetsPath)) return files(request, response);
    if (path === localTokenPath) return answerLocalToken(request, response, issuer);
    if (!`${path}/`.startsWith(`${mountPath}/`)) return api(request, response);
    if (!isFromOwnOrigin(request, issuer.origin)) return answerProblem(response, problems.notFromHere);
    return provider(request, response);
  };
}
