import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as launcher, type Page } from 'playwright-core';

/** A real Chromium, which npm itself installs; it speaks to this machine alone. */
export async function openBrowser(): Promise<Browser> {
  const args = [
    ...chromium.args.filter(
      (argument) => !/^--(single-process|no-zygote|headless|disable-web-security)/.test(argument),
    ),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return launcher.launch({ args, executablePath: await chromium.executablePath(), headless: true });
}

/** Signs in by the local provider's page, as a person clicks. */
export async function signIn(page: Page, origin: string, person: string): Promise<void> {
  await page.goto(`${origin}/sign-in?returnTo=/partnerships`);
  await page.getByRole('button', { name: person, exact: false }).first().click();
  await page.waitForURL(/\/partnerships/);
}

export type Session = { readonly context: BrowserContext; readonly page: Page };

/** A browser of their own for one person. */
export async function asPerson(browser: Browser, origin: string, person: string): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, origin, person);
  return { context, page };
}
