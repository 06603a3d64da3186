import { z } from 'zod';
import { redirect, view } from '../http/page-answer.ts';
import { publicPage } from '../page/page.ts';
import { actions, paragraph } from '../page/view.ts';
import type { WebDeps } from '../web-deps.ts';
import { callerOfToken } from './access-claims.ts';
import { cookie, cookieValue, noCookie, sessionCookie, sessionIdOf, signInCookie } from './cookies.ts';
import type { Tokens } from './provider.ts';
import { returnPath } from './return-to.ts';
import { randomId, seal, unseal } from './seal.ts';
import type { Session } from './session.ts';

/** What the browser keeps, sealed, while it is at the provider. */
const Started = z.object({
  check: z.object({ verifier: z.string(), state: z.string(), nonce: z.string() }),
  returnTo: z.string(),
});

const minutesToSignIn = 15;
/** Not an id of anything: the cookie itself is all there is. */
const sealedAs = 'sign-in';

export const signInPages = {
  signIn: publicPage({
    path: '/sign-in',
    get: async ({ request, deps }) => {
      const { location, check } = await deps.provider.start();
      const started = { check, returnTo: returnPath(request.query.get('returnTo')) };
      const sealed = seal(started, deps.settings.sessionKey, sealedAs);
      return redirect(location, [cookie(signInCookie, sealed, minutesToSignIn * 60)]);
    },
  }),
  signedIn: publicPage({
    path: '/signed-in',
    get: async ({ request, deps }) => {
      const sealed = cookieValue(request.cookies, signInCookie);
      const started = Started.safeParse(sealed && unseal(sealed, deps.settings.sessionKey, sealedAs)).data;
      if (started === undefined) return notSignedIn();
      const url = new URL(`${request.path}?${request.query}`, deps.settings.siteOrigin);
      const tokens = await deps.provider.finish(url, started.check).catch(() => undefined);
      if (tokens === undefined) return notSignedIn();
      const id = await startSession(tokens, sessionIdOf(request.cookies), deps);
      return redirect(started.returnTo, [cookie(sessionCookie, id), noCookie(signInCookie)]);
    },
  }),
};

/** A new id at every signing in, so that nobody can be made to use a session that another knows. */
async function startSession(tokens: Tokens, earlierId: string | undefined, deps: WebDeps): Promise<string> {
  const id = randomId();
  const { subject } = callerOfToken(tokens.access).person;
  const earlier = earlierId === undefined ? undefined : await deps.sessions.read(earlierId);
  const now = deps.now();
  const session: Session = { subject, tokens, formToken: randomId(), startedAt: now, lastSeenAt: now };
  const held = earlier?.subject === subject ? earlier.held : undefined;
  await deps.sessions.write(id, held === undefined ? session : { ...session, held });
  if (earlierId !== undefined && earlier !== undefined) await deps.sessions.remove(earlierId);
  return id;
}

const notSignedIn = () =>
  view({
    status: 400,
    title: 'You are not signed in yet',
    blocks: [
      paragraph('Signing in took too long, was stopped, or was finished in another tab.'),
      paragraph(
        'If this happens again, your browser may not be keeping this site’s cookies: allow them, or use another browser.',
      ),
      actions({ href: '/sign-in', text: 'Sign in again' }),
    ],
  });
