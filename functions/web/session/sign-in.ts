import { z } from 'zod';
import { logger } from '../../http/chain.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { redirect, view } from '../http/page-answer.ts';
import { publicPage } from '../page/page.ts';
import { actions, paragraph } from '../page/view.ts';
import type { WebDeps } from '../web-deps.ts';
import { callerOfToken } from './access-claims.ts';
import { carryOver, forget } from './beside.ts';
import { cookie, cookieValue, noCookie, sessionCookie, sessionIdOf, signInCookie } from './cookies.ts';
import type { Tokens } from './provider.ts';
import { returnPath } from './return-to.ts';
import { randomId, seal, unseal } from './seal.ts';
import type { Session } from './session.ts';
import { end } from './signed-in.ts';

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
      const { location, check } = await deps.provider.start().catch((cause: unknown) => {
        logger.warn('the provider does not answer', { cause });
        throw new ApiProblem(503, {});
      });
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
      const tokens = await deps.provider.finish(url, started.check).catch((cause: unknown) => {
        logger.warn('nobody was signed in', { cause });
        return undefined;
      });
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
  const now = deps.now();
  const session: Session = { subject, tokens, formToken: randomId(), startedAt: now, lastSeenAt: now };
  await deps.sessions.start(id, session);
  if (earlierId !== undefined) await follow(earlierId, { id, subject }, deps);
  return id;
}

/** The session before this one in the same browser ends; what the same person was in the middle of goes on. */
async function follow(
  earlierId: string,
  { id, subject }: { readonly id: string; readonly subject: string },
  deps: WebDeps,
): Promise<void> {
  const earlier = await deps.sessions.read(earlierId);
  if (earlier === undefined) return;
  if (earlier.subject === subject) await carryOver(deps, earlierId, id);
  await end(earlierId, earlier, deps);
  await forget(deps, earlierId);
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
