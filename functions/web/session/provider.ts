import * as openid from 'openid-client';
import { steadyFetch } from '../http/steady-fetch.ts';
import type { Settings } from '../settings.ts';

export type Tokens = { readonly access: string; readonly expiresAt: number; readonly refresh?: string | undefined };

/** What a browser must come back with from signing in. */
export type SignInCheck = { readonly verifier: string; readonly state: string; readonly nonce: string };

/** The OpenID provider that signs people in, of which this site is a client with PKCE. */
export type SignInProvider = {
  /** Where forms may lead to: signing in is at another origin, and a form can be sent when the session has ended. */
  readonly origin: () => Promise<string>;
  readonly start: () => Promise<{ readonly location: string; readonly check: SignInCheck }>;
  /** Throws where the provider didn't sign anybody in, or it wasn't started here. */
  readonly finish: (url: URL, check: SignInCheck) => Promise<Tokens>;
  readonly refresh: (refreshToken: string) => Promise<Tokens>;
  readonly revoke: (refreshToken: string) => Promise<void>;
};

type Site = Pick<Settings, 'issuer' | 'clientId' | 'siteOrigin'>;

/** Signing in asks who it is each time: a council's machines are shared. */
export function signInProvider({ issuer, clientId, siteOrigin }: Site, now: () => number): SignInProvider {
  let discovered: Promise<openid.Configuration> | undefined;
  const forget = () => {
    discovered = undefined;
  };
  const configuration = (): Promise<openid.Configuration> => {
    discovered ??= discover(issuer, clientId).catch((error: unknown) => {
      // So that the next one asks again, but not everybody at once while it is down.
      setTimeout(forget, 5000).unref();
      throw error;
    });
    return discovered;
  };
  const tokensOf = (answer: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers, refresh?: string) => ({
    access: answer.access_token,
    expiresAt: now() + (answer.expiresIn() ?? 0) * 1000,
    refresh: answer.refresh_token ?? refresh,
  });
  return {
    origin: async () => new URL((await configuration()).serverMetadata().authorization_endpoint ?? issuer).origin,
    start: async () => {
      const check = {
        verifier: openid.randomPKCECodeVerifier(),
        state: openid.randomState(),
        nonce: openid.randomNonce(),
      };
      const location = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${siteOrigin}/signed-in`,
        scope: 'openid',
        prompt: 'login',
        code_challenge: await openid.calculatePKCECodeChallenge(check.verifier),
        code_challenge_method: 'S256',
        state: check.state,
        nonce: check.nonce,
      });
      return { location: location.href, check };
    },
    finish: async (url, { verifier, state, nonce }) => {
      const expected = {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      };
      return tokensOf(await openid.authorizationCodeGrant(await configuration(), url, expected));
    },
    refresh: async (token) => tokensOf(await openid.refreshTokenGrant(await configuration(), token), token),
    revoke: async (token) => openid.tokenRevocation(await configuration(), token, { token_type_hint: 'refresh_token' }),
  };
}

/** Without TLS only where the issuer itself says so, by its address. */
function discover(issuer: string, clientId: string): Promise<openid.Configuration> {
  const server = new URL(issuer);
  const execute = server.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  return openid.discovery(server, clientId, { token_endpoint_auth_method: 'none' }, openid.None(), {
    execute,
    timeout: 5,
    [openid.customFetch]: (url, { body, signal, ...rest }) =>
      steadyFetch(url, { ...rest, ...(body !== undefined && { body }), ...(signal !== undefined && { signal }) }),
  });
}
