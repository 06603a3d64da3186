import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { clients, type Issuer } from '../identity/issuer.ts';

export type Claims = { readonly [name: string]: string };

/** What API Gateway's JWT authorizer does with the `authorization` header: claims if it is good, nothing if not. */
export type Authorizer = (authorization: string | undefined) => Promise<Claims | undefined>;

/**
 * It doesn't look at `token_use`: as at the gateway, a good id token passes here, and it is for the functions to refuse.
 */
export function jwtAuthorizer({ url, key: { kty, n, e, kid, alg, use } }: Issuer): Authorizer {
  const keys = createLocalJWKSet({ keys: [{ kty, n, e, kid, alg, use }] });
  return async (authorization) => {
    const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return undefined;
    try {
      const options = { algorithms: [alg], issuer: url, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, keys, options);
      return isForUs(payload) && !isFromTheFuture(payload) ? asStrings(payload) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** `client_id` counts only where there is no `aud`. */
function isForUs({ aud, client_id }: JWTPayload): boolean {
  const audiences = Array.isArray(aud) ? aud : [aud ?? client_id];
  return Object.values(clients).some((client) => audiences.includes(client));
}

function isFromTheFuture({ iat }: JWTPayload): boolean {
  return iat !== undefined && iat > Math.ceil(Date.now() / 1000);
}

/** The gateway hands every claim over as a string, and an array as its members in brackets, with spaces between. */
function asStrings(payload: JWTPayload): Claims {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, asString(value)]));
}

function asString(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asString).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
