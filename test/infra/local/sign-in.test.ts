import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../infra/local/identity/issuer.ts';
import { signInPage } from '../../../infra/local/identity/sign-in-page.ts';
import { chair, eventOf, runningServer } from './running-server.ts';
import { atSignInPage, authorizationUrl, browser, choose, exchange } from './signing-in.ts';

describe('signing in', () => {
  it('goes from the web pages to a page with the people, and with one click back with a code', async () => {
    const start = await atSignInPage();
    const { response } = await start.visit(start.page);
    const html = await response.text();

    const back = await choose(start, chair.subject);

    expect(html).toContain('<button name="subject" value="maldon-rag-chair">Chair, Maldon<small>maldon:chair</small>');
    expect(back.origin + back.pathname).toBe(`${start.origin}/signed-in`);
    expect(back.searchParams.get('state')).toBe('any');
    expect(back.searchParams.get('iss')).toBe(start.issuer.url);
  });

  it('gives for that code an access token with the claims that Cognito gives', async () => {
    const start = await atSignInPage();
    const back = await choose(start, chair.subject);

    const { status, tokens } = await exchange(start.origin, back.searchParams.get('code') ?? '');

    const claims = decodeJwt(tokens.access_token);
    expect(status).toBe(200);
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', kid: start.issuer.key.kid });
    expect(claims).toMatchObject({
      sub: chair.subject,
      name: chair.name,
      token_use: 'access',
      client_id: clients.web,
      'cognito:groups': ['maldon:chair'],
      iss: start.issuer.url,
      jti: expect.any(String),
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900);
  });

  it('gives tokens that the service takes, and tells apart', async () => {
    const start = await atSignInPage();
    const back = await choose(start, chair.subject);
    const { tokens } = await exchange(start.origin, back.searchParams.get('code') ?? '');

    const uses = [tokens.access_token, tokens.id_token].map(async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      const event = await eventOf(await fetch(`${start.origin}/v1/partnerships/maldon`, { headers }));
      return event.requestContext.authorizer?.jwt.claims['token_use'];
    });

    expect(await Promise.all(uses)).toEqual(['access', 'id']);
  });

  it('takes a code once', async () => {
    const start = await atSignInPage();
    const code = (await choose(start, chair.subject)).searchParams.get('code') ?? '';
    await exchange(start.origin, code);

    expect((await exchange(start.origin, code)).status).toBe(400);
  });

  it('lets the same person in again once they have signed out', async () => {
    const start = await atSignInPage();
    const code = (await choose(start, chair.subject)).searchParams.get('code') ?? '';
    const { tokens } = await exchange(start.origin, code);
    const body = new URLSearchParams({ token: tokens.refresh_token, client_id: clients.web });
    await fetch(`${start.origin}/oidc/token/revocation`, { method: 'POST', body });
    const { location } = await start.visit(authorizationUrl(start.origin, { prompt: 'login' }));

    const back = await choose({ ...start, page: new URL(location, start.origin).href }, chair.subject);

    expect(back.pathname).toBe('/signed-in');
    expect(back.searchParams.get('code')).not.toBeNull();
  });

  it('takes a code from the one alone who asked for it', async () => {
    const start = await atSignInPage();
    const code = (await choose(start, chair.subject)).searchParams.get('code') ?? '';

    const stolen = await exchange(start.origin, code, { code_verifier: randomBytes(32).toString('base64url') });

    expect(stolen.status).toBe(400);
  });

  it('needs PKCE', async () => {
    const { origin } = await runningServer();

    const { location } = await browser()(authorizationUrl(origin, { code_challenge: '', code_challenge_method: '' }));

    expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
  });

  it('sends nobody to another site', async () => {
    const { origin } = await runningServer();

    const { response } = await browser()(authorizationUrl(origin, { redirect_uri: 'https://example.org/' }));

    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain("<h1>This sign-in can't go on</h1>");
  });

  it('shows the page again where the choice is none of the people', async () => {
    const { visit, page } = await atSignInPage();

    const { response } = await visit(page, { method: 'POST', body: 'subject=mallory' });

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('<h1>Sign in</h1>');
  });

  it('says so where it has ended, as for a visitor without its cookie', async () => {
    const { page } = await atSignInPage();

    const response = await fetch(page);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<h1>This sign-in has ended</h1>');
  });

  it('is closed to pages of other sites', async () => {
    const { origin } = await runningServer();

    const response = await fetch(`${origin}/oidc/jwks`, { headers: { origin: 'https://example.org' } });

    expect(response.status).toBe(403);
  });
});

describe('the sign-in page', () => {
  it('escapes what it shows', () => {
    const html = signInPage([{ subject: '"><b>', name: `<script>'&`, groups: ['<i>'] }]);

    expect(html).toContain('value="&quot;&gt;&lt;b&gt;">&lt;script&gt;&#39;&amp;<small>&lt;i&gt;</small>');
    expect(html).not.toMatch(/<script>|<b>|<i>/);
  });

  it('allows its own style and form alone', async () => {
    const { visit, page } = await atSignInPage();

    const { response } = await visit(page);

    const policy = response.headers.get('content-security-policy') ?? '';
    const style = /<style>([^<]*)<\/style>/.exec(await response.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
  });
});
