import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../../../infra/local/example/people.ts';
import { clients } from '../../../infra/local/identity/issuer.ts';
import { chair, runningServer } from './running-server.ts';

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

/** A browser, as far as signing in needs one: it keeps cookies, and shows each redirect. */
export function browser() {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(url, { ...init, redirect: 'manual', headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    return { response, location: response.headers.get('location') ?? '' };
  };
}

export function authorizationUrl(origin: string, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: clients.web,
    response_type: 'code',
    redirect_uri: `${origin}/signed-in`,
    scope: 'openid profile',
    state: 'any',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  });
  return `${origin}/oidc/auth?${query}`;
}

/** From the web pages' link to the sign-in page. */
export async function atSignInPage(people: readonly Person[] = [chair]) {
  const server = await runningServer({ people });
  const visit = browser();
  const { location } = await visit(authorizationUrl(server.origin));
  return { ...server, visit, page: new URL(location, server.origin).href };
}

/** Chooses a person, and follows the redirects back to the web pages. */
export async function choose({ origin, visit, page }: Awaited<ReturnType<typeof atSignInPage>>, subject: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
  const chosen = await visit(page, { method: 'POST', headers, body: new URLSearchParams({ subject }).toString() });
  const back = await visit(chosen.location);
  return new URL(back.location);
}

export async function exchange(origin: string, code: string, changes: Record<string, string> = {}) {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clients.web,
    redirect_uri: `${origin}/signed-in`,
    code,
    code_verifier: verifier,
    ...changes,
  });
  const response = await fetch(`${origin}/oidc/token`, { method: 'POST', body });
  return { status: response.status, tokens: (await response.json()) as Tokens };
}

type Tokens = { readonly access_token: string; readonly id_token: string; readonly refresh_token: string };
