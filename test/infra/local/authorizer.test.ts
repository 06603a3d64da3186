import { importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { jwtAuthorizer } from '../../../infra/local/gateway/authorizer.ts';
import { cognitoClaims, mintAccessToken } from '../../../infra/local/identity/access-token.ts';
import { clients, issuerAt } from '../../../infra/local/identity/issuer.ts';
import { makeSigningKey, type SigningKey } from '../../../infra/local/keys.ts';
import { chair, signingKey } from './running-server.ts';

const issuer = issuerAt('http://127.0.0.1:3000', signingKey);
const authorize = jwtAuthorizer(issuer);
const now = Math.floor(Date.now() / 1000);

const good: JWTPayload = {
  ...cognitoClaims(chair),
  sub: chair.subject,
  client_id: clients.scripts,
  iss: issuer.url,
  iat: now,
  exp: now + 900,
};

async function sign(payload: JWTPayload, { key = signingKey, alg = 'RS256' }: { key?: SigningKey; alg?: string } = {}) {
  return new SignJWT(payload).setProtectedHeader({ alg, kid: key.kid }).sign(await importJWK(key, alg));
}

const bearer = async (payload: JWTPayload) => `Bearer ${await sign(payload)}`;

describe('a token minted here', () => {
  it('is good for 15 minutes, and tells who it is for as Cognito does', async () => {
    const claims = await authorize(`Bearer ${await mintAccessToken(issuer, chair)}`);

    expect(claims).toMatchObject({ sub: chair.subject, token_use: 'access', 'cognito:groups': '[maldon:chair]' });
    expect(Number(claims?.['exp']) - Number(claims?.['iat'])).toBe(900);
  });

  it('has an id of its own each time', async () => {
    const tokens = await Promise.all([mintAccessToken(issuer, chair), mintAccessToken(issuer, chair)]);
    const ids = await Promise.all(tokens.map(async (token) => (await authorize(`Bearer ${token}`))?.['jti']));

    expect(new Set(ids).size).toBe(2);
  });

  it('says nothing of a name or of groups where there are none', async () => {
    const claims = await authorize(`Bearer ${await mintAccessToken(issuer, { subject: 'ann', groups: [] })}`);

    expect(Object.keys(claims ?? {}).sort()).toEqual(['client_id', 'exp', 'iat', 'iss', 'jti', 'sub', 'token_use']);
  });
});

describe('the authorizer', () => {
  it('takes a token that is for us by client_id', async () => {
    expect(await authorize(await bearer(good))).toMatchObject({ sub: chair.subject });
  });

  it('takes a token that is for us by aud, whatever its client_id', async () => {
    expect(await authorize(await bearer({ ...good, aud: clients.web, client_id: 'other' }))).toBeDefined();
    expect(await authorize(await bearer({ ...good, aud: ['other', clients.web] }))).toBeDefined();
  });

  it('lets an id token pass, as the gateway does, and says that it is one', async () => {
    const { client_id: _, ...claims } = good;

    expect(await authorize(await bearer({ ...claims, aud: clients.web, token_use: 'id' }))).toMatchObject({
      token_use: 'id',
    });
  });

  it.each<{ why: string; claims: Record<string, unknown> }>([
    { why: 'has expired', claims: { exp: now - 1 } },
    { why: 'never expires', claims: { exp: undefined } },
    { why: 'is not valid yet', claims: { nbf: now + 60 } },
    { why: 'comes from the future', claims: { iat: now + 60 } },
    { why: 'is from another issuer', claims: { iss: 'http://127.0.0.1:3001/oidc' } },
    { why: 'is from no issuer', claims: { iss: undefined } },
    { why: 'is for another client', claims: { client_id: 'other' } },
    { why: 'is for another audience', claims: { aud: 'other' } },
    { why: 'is for nobody', claims: { client_id: undefined } },
  ])('refuses a token that $why', async ({ claims }) => {
    expect(await authorize(await bearer({ ...good, ...claims }))).toBeUndefined();
  });

  it('refuses a token that another key signed, even under the same key id', async () => {
    const other = await makeSigningKey();

    expect(await authorize(`Bearer ${await sign(good, { key: other })}`)).toBeUndefined();
    expect(await authorize(`Bearer ${await sign(good, { key: { ...other, kid: signingKey.kid } })}`)).toBeUndefined();
  });

  it('refuses a token that was changed after signing', async () => {
    const [head, , signature] = (await sign(good)).split('.');
    const claims = Buffer.from(JSON.stringify({ ...good, sub: 'mallory' })).toString('base64url');

    expect(await authorize(`Bearer ${head}.${claims}.${signature}`)).toBeUndefined();
  });

  it('refuses every algorithm but RS256', async () => {
    const secret = new TextEncoder().encode(signingKey.n);
    const byPublicKey = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: signingKey.kid }).sign(secret);
    const byStrongerHash = await sign(good, { key: { ...signingKey, alg: 'RS512' as 'RS256' }, alg: 'RS512' });
    const unsigned = new UnsecuredJWT(good).encode();

    for (const token of [byPublicKey, byStrongerHash, unsigned]) {
      expect(await authorize(`Bearer ${token}`)).toBeUndefined();
    }
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Bearer not.a.token', 'Basic YTpi'])('refuses %s', async (header) => {
    expect(await authorize(header)).toBeUndefined();
  });

  it('refuses two tokens at once', async () => {
    const header = await bearer(good);

    expect(await authorize(`${header},${header}`)).toBeUndefined();
  });
});
