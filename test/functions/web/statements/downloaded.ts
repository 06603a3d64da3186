import { sessionCookie } from '../../../../functions/web/session/cookies.ts';
import type { PageVisitor } from '../page-visitor.ts';

/** A file as a browser gets it, not followed where it lies elsewhere. */
export const downloaded = ({ origin, sessionId }: PageVisitor, path: string): Promise<Response> =>
  fetch(new URL(path, origin), { headers: { cookie: `${sessionCookie}=${sessionId}` }, redirect: 'manual' });
