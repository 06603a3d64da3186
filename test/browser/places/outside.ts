import type { homePages } from '../../../functions/web/home/home.ts';
import type { overviewPages } from '../../../functions/web/overview/pages.ts';
import type { signInPages } from '../../../functions/web/session/sign-in.ts';
import type { signOutPages } from '../../../functions/web/session/sign-out.ts';
import { here, inYear, nowhere, type PlacesOf, thisYear } from './place.ts';

type Outside = typeof homePages & typeof signInPages & typeof signOutPages & typeof overviewPages;

/** What is no part of a partnership, and the way in. */
export const outside = {
  accessibility: [
    { as: 'nobody', at: nowhere },
    { as: 'officer', at: nowhere, is: 'signed in' },
  ],
  start: [
    { as: 'nobody', at: nowhere },
    { as: 'officer', at: nowhere, is: 'signed in', gives: 'redirect' },
  ],
  partnerships: [
    { as: 'officer', at: nowhere },
    { as: 'administrator', at: nowhere, is: 'of the administrator' },
    { as: 'stranger', at: nowhere, is: 'of somebody without one' },
  ],
  signIn: [{ as: 'nobody', at: nowhere, gives: 'redirect' }],
  signedIn: [{ as: 'nobody', at: nowhere, status: 400, is: 'not finished' }],
  signOut: [{ as: 'officer', at: nowhere, gives: 'redirect' }],
  stayIn: [{ as: 'officer', at: nowhere, gives: 'redirect' }],
  signedOut: [
    { as: 'nobody', at: nowhere },
    { as: 'nobody', at: nowhere, query: '?why=idle', is: 'when idle' },
    { as: 'nobody', at: nowhere, query: '?why=held', is: 'with a form held' },
  ],
  partnership: [
    { as: 'officer', at: here, gives: 'redirect' },
    { as: 'administrator', at: here, is: 'of the administrator', gives: 'redirect' },
  ],
  overview: [
    { as: 'officer', at: thisYear },
    { as: 'chair', at: thisYear, is: 'of the chair' },
    { as: 'chief', at: inYear('2016-17'), is: 'of a closed year' },
  ],
} as const satisfies PlacesOf<keyof Outside>;
