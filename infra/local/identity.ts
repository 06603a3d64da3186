import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { readBody } from './gateway/request-body.ts';
import { cognitoClaims, type Holder } from './identity/access-token.ts';
import { clients, type Issuer, mountPath, tokenSeconds } from './identity/issuer.ts';
import { memoryAdapter } from './identity/memory-adapter.ts';
import { expiredPage, signInHeaders, signInPage } from './identity/sign-in-page.ts';

const signInPath = `${mountPath}/sign-in`;

export type IdentityListener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The OpenID provider for everything under its mount path; its sign-in page offers these people. */
export function identityProvider(issuer: Issuer, cookieKey: string, people: readonly Holder[]): IdentityListener {
  const provider = new Provider(issuer.url, configuration(issuer, cookieKey, people));
  provider.on('server_error', (_, error) => console.error(error));
  const answer = provider.callback();
  return async (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith(`${signInPath}/`)) return signIn(provider, people, request, response);
    // The provider routes by `url` below its mount path, and makes its links from the difference to `originalUrl`.
    await answer(Object.assign(request, { originalUrl: url, url: url.slice(mountPath.length) || '/' }), response);
  };
}
