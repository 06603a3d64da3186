import type { View } from '../page/view.ts';
import { actions, paragraph } from '../page/view.ts';

const home = actions({ href: '/', text: 'Go to your partnerships', look: 'secondary' });

/** Pages that are none: each says what happened and where to go on, and nothing of what is behind it. */
export const errorViews = {
  notFound: {
    status: 404,
    title: 'Page not found',
    blocks: [
      paragraph(
        'There is no such page here. If you typed the address, check it; if you followed a link, what it led to may never have been recorded.',
      ),
      home,
    ],
  },
  forbidden: {
    status: 403,
    title: 'You cannot see or do this',
    blocks: [
      paragraph('Your roles do not allow it here. If they should, ask the administrator of your partnership.'),
      home,
    ],
  },
  signedOutMeanwhile: {
    status: 403,
    title: 'You are signed out',
    blocks: [
      paragraph(
        'Nothing was recorded. To keep what you typed, go back with your browser’s Back button, sign in in another tab, and send it again.',
      ),
      actions({ href: '/sign-in', text: 'Sign in' }),
    ],
  },
  foreignForm: {
    status: 403,
    title: 'This form was not sent from here',
    blocks: [
      paragraph('Nothing was recorded. Go back to the page, load it again, and send the form from there.'),
      home,
    ],
  },
  notAllowed: {
    status: 405,
    title: 'This cannot be done here',
    blocks: [paragraph('This page only shows things. Nothing was recorded.'), home],
  },
  unreadable: {
    status: 400,
    title: 'The form could not be read',
    blocks: [paragraph('It may be too large: a form holds at most 1 MB. Nothing was recorded.'), home],
  },
  busy: {
    status: 503,
    title: 'The service is busy',
    blocks: [paragraph('Load the page again in a moment. What was sent with a form is not recorded twice.'), home],
  },
  failed: {
    status: 500,
    title: 'Sorry, there is a problem with the service',
    blocks: [paragraph('Try again later. What you see as recorded is recorded.'), home],
  },
} as const satisfies Record<string, View>;
