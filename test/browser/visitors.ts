import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sessionCookie } from '../../functions/web/session/cookies.ts';
import type { RunningPages } from '../functions/web/running-pages.ts';
import type { Visitor } from './places/place.ts';
import { keepBankFile } from './world/bank.ts';
import { signsInAs } from './world/people.ts';

/** For how long a session is used: a token is good for a quarter of an hour, and is not renewed here. */
const longest = 10 * 60 * 1000;

type Open = { readonly page: Page; readonly since: number };

/** One page of the browser for each person, opened when it is first needed. */
export function visitorsOf(browser: Browser, running: RunningPages): (visitor: Visitor) => Promise<Page> {
  const pages = new Map<Visitor, Open>();
  return async (visitor) => {
    const known = pages.get(visitor);
    if (known !== undefined && Date.now() - known.since < longest) return known.page;
    const context = known?.page.context() ?? (await browser.newContext({ baseURL: running.origin }));
    if (visitor !== 'nobody') await signIn(context, running, visitor);
    const page = known?.page ?? (await context.newPage());
    pages.set(visitor, { page, since: Date.now() });
    return page;
  };
}

async function signIn(context: BrowserContext, { visitor }: RunningPages, who: Exclude<Visitor, 'nobody'>) {
  const isOfficer = who === 'officerWithFile' || who === 'officerWhoRecorded';
  const { sessionId: value } = await visitor(...signsInAs(isOfficer ? 'officer' : who));
  if (isOfficer) await keepBankFile(value, who === 'officerWithFile' ? 'preview' : 'recording');
  const place = { domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
  await context.addCookies([{ name: sessionCookie, value, ...place }]);
}
