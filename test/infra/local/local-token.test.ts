import { request } from 'node:http';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { chair, eventOf, runningServer } from './running-server.ts';

const json = { 'content-type': 'application/json' };

async function ask(body: unknown, init: RequestInit = {}) {
  const server = await runningServer();
  const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const response = await fetch(`${server.origin}/local/token`, { method: 'POST', headers: json, body: text, ...init });
  return { ...server, response };
}

/** With `fetch` one can't choose the host. */
async function askAs(headers: (origin: string) => Record<string, string>): Promise<number | undefined> {
  const { origin } = await runningServer();
  return new Promise((resolve, reject) => {
    const call = request(`${origin}/local/token`, { method: 'POST', headers: { ...json, ...headers(origin) } });
    call.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    call.end(JSON.stringify(chair));
  });
}

describe('POST /local/token', () => {
  it('gives a token for whom it is asked', async () => {
    const { response } = await ask(chair);

    const answer = (await response.json()) as { access_token: string };

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(answer).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 });
    expect(decodeJwt(answer.access_token)).toMatchObject({
      sub: chair.subject,
      name: chair.name,
      token_use: 'access',
      'cognito:groups': chair.groups,
    });
  });

  it('gives a token that the service takes', async () => {
    const { origin, response } = await ask({ subject: 'ann', groups: ['maldon:auditor'] });
    const { access_token } = (await response.json()) as { access_token: string };
    const headers = { authorization: `Bearer ${access_token}` };

    const event = await eventOf(await fetch(`${origin}/v1/partnerships/maldon`, { headers }));

    expect(event.requestContext.authorizer?.jwt.claims).toMatchObject({ 'cognito:groups': '[maldon:auditor]' });
  });

  it("gives a token that the provider's published keys and issuer verify", async () => {
    const { issuer, response } = await ask(chair);
    const { access_token } = (await response.json()) as { access_token: string };
    const configuration = await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json();
    const published = configuration as { issuer: string; jwks_uri: string };

    const { protectedHeader } = await jwtVerify(access_token, createRemoteJWKSet(new URL(published.jwks_uri)), {
      issuer: published.issuer,
    });

    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: issuer.key.kid });
  });

  it('publishes no private key', async () => {
    const { issuer } = await runningServer();

    const keys = (await (await fetch(`${issuer.url}/jwks`)).json()) as { keys: object[] };

    expect(createLocalJWKSet(keys as Parameters<typeof createLocalJWKSet>[0])).toBeTypeOf('function');
    expect(Object.keys(keys.keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it.each([
    { what: 'no JSON', body: '{', pointers: [''] },
    { what: 'no UTF-8', body: Uint8Array.of(0x22, 0xff, 0x22), pointers: [''] },
    { what: 'nothing', body: '', pointers: [''] },
    { what: 'a list', body: [], pointers: [''] },
    { what: 'no subject', body: { groups: [] }, pointers: ['/subject'] },
    { what: 'an empty subject', body: { subject: '', groups: [] }, pointers: ['/subject'] },
    { what: 'a number for a subject', body: { subject: 1, groups: [] }, pointers: ['/subject'] },
    { what: 'no groups', body: { subject: 'ann' }, pointers: ['/groups'] },
    { what: 'groups as text', body: { subject: 'ann', groups: 'maldon:chair' }, pointers: ['/groups'] },
    { what: 'groups that are not text', body: { subject: 'ann', groups: ['a', 1] }, pointers: ['/groups/1'] },
    { what: 'a null name', body: { subject: 'ann', name: null, groups: [] }, pointers: ['/name'] },
    { what: 'unknown members', body: { subject: 'ann', groups: [], 'a/b': 1, c: 2 }, pointers: ['/a~1b', '/c'] },
  ])('refuses $what with 400 and where it is', async ({ body, pointers }) => {
    const { response } = await ask(body);

    const problem = (await response.json()) as { errors: { pointer: string }[] };

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ type: '/problems/invalid-request', status: 400, code: 'invalid-request' });
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'application/problem+json'])(
    'refuses %s with 415',
    async (type) => {
      const { response } = await ask(chair, { headers: { 'content-type': type } });

      expect(response.status).toBe(415);
    },
  );

  it('refuses more than it could need with 413', async () => {
    const { response } = await ask({ ...chair, name: 'x'.repeat(70_000) });

    expect(response.status).toBe(413);
  });

  it.each(['GET', 'PUT', 'OPTIONS'])('answers %s with 405', async (method) => {
    const { origin } = await runningServer();

    const response = await fetch(`${origin}/local/token`, { method });

    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each<{ who: string; headers: (origin: string) => Record<string, string> }>([
    { who: 'another host', headers: () => ({ host: 'example.org' }) },
    { who: 'another host on our port', headers: (origin) => ({ host: `example.org:${new URL(origin).port}` }) },
    { who: 'another port', headers: () => ({ host: '127.0.0.1:1' }) },
    { who: 'a host without the port', headers: () => ({ host: '127.0.0.1' }) },
    { who: 'a page of another site', headers: () => ({ origin: 'https://example.org' }) },
    { who: 'a page of another service here', headers: () => ({ origin: 'http://127.0.0.1:1' }) },
    { who: 'a page without an origin', headers: () => ({ origin: 'null' }) },
    { who: 'a page over https', headers: (origin) => ({ origin: origin.replace('http', 'https') }) },
  ])('refuses $who with 403', async ({ headers }) => {
    expect(await askAs(headers)).toBe(403);
  });

  it.each<{ who: string; headers: (origin: string) => Record<string, string> }>([
    { who: 'a program', headers: () => ({}) },
    { who: 'a page of ours', headers: (origin) => ({ origin }) },
    {
      who: 'who calls this machine localhost',
      headers: (origin) => ({
        host: `LocalHost:${new URL(origin).port}`,
        origin: origin.replace('127.0.0.1', 'localhost'),
      }),
    },
  ])('serves $who', async ({ headers }) => {
    expect(await askAs(headers)).toBe(200);
  });
});
