import type { Page } from 'playwright-core';
import { sessionCookie } from '../../functions/web/session/cookies.ts';
import { environmentWebDeps } from '../../functions/web/web-deps.ts';
import { hostile, hostileProse } from './hostile.ts';

/** Keeps with the session of this page what was sent to a form when an earlier session had ended. */
export async function holdForm(page: Page, path: string): Promise<void> {
  const { sessions } = environmentWebDeps();
  const cookies = await page.context().cookies();
  const id = cookies.find(({ name }) => name === sessionCookie)?.value ?? '';
  const fields: [string, string][] = [
    ['amount', hostile.image],
    ['note', hostileProse],
  ];
  await sessions.put(id, 'held-forms', [{ address: path, fields }], Date.now() + 3_600_000);
}
