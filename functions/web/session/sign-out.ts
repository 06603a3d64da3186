import { redirect, view } from '../http/page-answer.ts';
import { page, publicPage } from '../page/page.ts';
import { actions, paragraph } from '../page/view.ts';
import { forget } from './beside.ts';
import { noCookie, sessionCookie } from './cookies.ts';
import { returnPath, signInAt } from './return-to.ts';
import { end } from './signed-in.ts';

export const signOutPages = {
  signOut: page({
    path: '/sign-out',
    access: 'signed-in',
    get: async () => redirect('/'),
    post: async ({ sessionId, deps }) => {
      const session = await deps.sessions.read(sessionId);
      if (session !== undefined) await end(sessionId, session, deps);
      await forget(deps, sessionId);
      const answer = redirect('/signed-out', [noCookie(sessionCookie)]);
      return { ...answer, headers: { 'clear-site-data': '"cache"' } };
    },
  }),
  /** Asked for by the page when somebody says that they are still there. */
  stayIn: page({
    path: '/stay-signed-in',
    access: 'signed-in',
    get: async () => redirect('/'),
    // Any page would do: that something was asked for is what counts.
    post: async () => redirect('/partnerships'),
  }),
  signedOut: publicPage({
    path: '/signed-out',
    get: async ({ request: { query } }) => {
      const why = query.get('why');
      const sentence = why === 'held' || why === 'idle' ? reasons[why] : reasons.asked;
      const href = signInAt(returnPath(query.get('returnTo')));
      return view({
        title: 'You have been signed out',
        blocks: [paragraph(sentence), actions({ href, text: 'Sign in' })],
      });
    },
  }),
};

const reasons = {
  asked: 'Nothing more can be done from this browser until someone signs in.',
  idle: 'You were signed out because nothing had been done here for a while, or because your working day with the service was over. Sign in to go on where you were.',
  held: 'You were signed out before this was sent, so nothing was recorded. What you typed is kept: sign in, check it, and send it again.',
} as const;
