import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { cognitoClaims, type Holder } from './access-token.ts';
import { clients, type Issuer, signInPath, tokenSeconds } from './issuer.ts';
import { memoryAdapter } from './memory-adapter.ts';
import { refusedPage, signInHeaders } from './sign-in-page.ts';

const scopes = 'openid profile';
const apiScope = 'api';
const hour = 60 * 60;

/** A provider that behaves as the Cognito user pool which CDK deploys: code with PKCE, no consent, the same claims. */
export function providerConfiguration(issuer: Issuer, cookieKey: string, people: readonly Holder[]): Configuration {
  const holder = (subject: string | undefined) => people.find((person) => person.subject === subject);
  const resource = `${issuer.origin}/v1`;
  return {
    adapter: memoryAdapter(),
    clients: [webClient(issuer.origin)],
    jwks: { keys: [issuer.key] },
    cookies: { keys: [cookieKey] },
    claims: { openid: ['sub', 'token_use', 'cognito:groups'], profile: ['name'] },
    conformIdTokenClaims: false,
    scopes: scopes.split(' '),
    ttl: {
      ...{ AccessToken: tokenSeconds, IdToken: tokenSeconds, RefreshToken: 8 * hour },
      ...{ Interaction: hour, Session: 24 * hour, Grant: 24 * hour },
    },
    // As Cognito: whoever signs in gets one, and it stays the same.
    issueRefreshToken: async () => true,
    rotateRefreshToken: false,
    interactions: { url: (_, { uid }) => `${signInPath}/${uid}` },
    pkce: { required: () => true },
    findAccount: (_, subject) => account(holder(subject)),
    extraTokenClaims: (_, token) => claimsOf(holder('accountId' in token ? token.accountId : undefined)),
    renderError: (context, { error, error_description }) => {
      context.set(signInHeaders);
      context.body = refusedPage(error_description ?? error);
    },
    loadExistingGrant: (context) => grantEverything(context, resource),
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async (_, client, token) => token.clientId === client.clientId },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: apiScope,
          audience: clients.web,
          accessTokenTTL: tokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: issuer.key.alg } },
        }),
      },
    },
  };
}

function webClient(origin: string) {
  return {
    client_id: clients.web,
    redirect_uris: [`${origin}/signed-in`],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none' as const,
  };
}

function account(holder: Holder | undefined) {
  if (holder === undefined) return undefined;
  const { subject } = holder;
  const claims = () => ({ ...cognitoClaims(holder), token_use: 'id', sub: subject });
  return { accountId: subject, claims };
}

function claimsOf(holder: Holder | undefined) {
  return holder === undefined ? undefined : cognitoClaims(holder);
}

/** Nobody is asked to consent to their own service: neither at first, nor when signing out has taken back what they had. */
async function grantEverything({ oidc }: KoaContextWithOIDC, resource: string) {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (existing !== undefined) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scopes);
  grant.addResourceScope(resource, apiScope);
  await grant.save();
  return grant;
}
