import type { Caller } from '../../http/caller.ts';
import type { PageRequest } from '../http/page-request.ts';
import type { WebDeps } from '../web-deps.ts';
import { callerOfToken } from './access-claims.ts';
import { sessionIdOf } from './cookies.ts';
import { hasEnded, type Session } from './session.ts';

export type SignedIn = { readonly id: string; readonly session: Session; readonly caller: Caller };
/** Of a session that has ended, what is left: whose it was, and the token of its forms. */
export type Ended = { readonly id: string; readonly session: Session };
export type Standing = { readonly signedIn?: SignedIn; readonly ended?: Ended };

const seenEvery = 60_000;
const refreshBefore = 60_000;

/** Who asks, if they are signed in; tokens are renewed before they run out. */
export async function standingOf({ cookies }: PageRequest, deps: WebDeps): Promise<Standing> {
  const id = sessionIdOf(cookies);
  const session = id === undefined ? undefined : await deps.sessions.read(id);
  if (id === undefined || session === undefined) return {};
  if (session.tokens.access === '' || hasEnded(session, deps.now())) return { ended: await end(id, session, deps) };
  const fresh = await refreshed(session, deps);
  if (fresh === undefined) return { ended: await end(id, session, deps) };
  const seen = deps.now() - fresh.lastSeenAt < seenEvery ? fresh : { ...fresh, lastSeenAt: deps.now() };
  if (seen !== session) await deps.sessions.write(id, seen);
  return { signedIn: { id, session: seen, caller: callerOfToken(seen.tokens.access) } };
}

/** With tokens that are good for a while; nothing where the provider gives none any more. */
async function refreshed(session: Session, { provider, now }: WebDeps): Promise<Session | undefined> {
  const { expiresAt, refresh } = session.tokens;
  if (expiresAt - now() > refreshBefore) return session;
  if (refresh === undefined) return expiresAt > now() ? session : undefined;
  try {
    return { ...session, tokens: await provider.refresh(refresh) };
  } catch {
    return undefined;
  }
}

/** What is left of a session opens nothing any more. */
export async function end(id: string, session: Session, { sessions, provider }: WebDeps): Promise<Ended> {
  const { refresh } = session.tokens;
  if (session.tokens.access === '') return { id, session };
  const left = { ...session, tokens: { access: '', expiresAt: 0 } };
  await sessions.write(id, left);
  if (refresh !== undefined) await provider.revoke(refresh).catch(() => undefined);
  return { id, session: left };
}
