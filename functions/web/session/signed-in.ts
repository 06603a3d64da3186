import { ResponseBodyError } from 'openid-client';
import type { Caller } from '../../http/caller.ts';
import { logger } from '../../http/chain.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { PageRequest } from '../http/page-request.ts';
import type { WebDeps } from '../web-deps.ts';
import { callerOfToken } from './access-claims.ts';
import { sessionIdOf } from './cookies.ts';
import { hasEnded, type Session } from './session.ts';

export type SignedIn = {
  readonly id: string;
  readonly session: Session;
  readonly caller: Caller;
  readonly access: string;
};
/** Of a session that has ended, what is left: whose it was, and the token of its forms. */
export type Ended = { readonly id: string; readonly session: Session };
export type Standing = { readonly signedIn?: SignedIn; readonly ended?: Ended };

const seenEvery = 60_000;
const refreshBefore = 60_000;

/** Sent by the pages' own script where it asks by itself: nobody is there for it. */
const unattended = 'x-unattended';

/** Who asks, if they are signed in; tokens are renewed before they run out. */
export async function standingOf(request: PageRequest, deps: WebDeps): Promise<Standing> {
  const id = sessionIdOf(request.cookies);
  const read = id === undefined ? undefined : await deps.sessions.read(id);
  if (id === undefined || read === undefined) return {};
  const session = hasEnded(read, deps.now()) ? undefined : await refreshed(id, read, deps);
  if (session?.tokens === undefined) return { ended: await end(id, read, deps) };
  if (request.header(unattended) === undefined) await see(id, session, deps);
  const { access } = session.tokens;
  return { signedIn: { id, session, caller: callerOfToken(access), access } };
}

async function see(id: string, { lastSeenAt }: Session, { sessions, now }: WebDeps): Promise<void> {
  if (now() - lastSeenAt < seenEvery) return;
  await sessions.change(id, (session) => ({ ...session, lastSeenAt: Math.max(session.lastSeenAt, now()) }));
}

/** With tokens that are good for a while; nothing where the provider says that it gives none any more. */
async function refreshed(id: string, session: Session, deps: WebDeps): Promise<Session | undefined> {
  const { expiresAt = 0, refresh } = session.tokens ?? {};
  const isGood = expiresAt > deps.now();
  if (expiresAt - deps.now() > refreshBefore) return session;
  if (refresh === undefined) return isGood ? session : undefined;
  try {
    const tokens = await deps.provider.refresh(refresh);
    return await deps.sessions.change(id, (now) => (now.tokens === undefined ? undefined : { ...now, tokens }));
  } catch (cause) {
    if (cause instanceof ResponseBodyError && cause.error === 'invalid_grant') return undefined;
    logger.warn('tokens were not renewed', { cause });
    if (isGood) return session;
    throw new ApiProblem(503, {});
  }
}

/** What is left of a session opens nothing any more. */
export async function end(id: string, session: Session, { sessions, provider }: WebDeps): Promise<Ended> {
  const refresh = session.tokens?.refresh;
  const left = await sessions.change(id, ({ tokens: _, ...rest }) => rest);
  if (refresh !== undefined) await provider.revoke(refresh).catch(() => undefined);
  return { id, session: left ?? session };
}
