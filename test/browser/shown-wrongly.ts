import type { Page } from 'playwright-core';

/** What no page of ours has: made from text, or by a mistake. */
const neverThere = ['img[src="x"]', 'b', 'script:not([src^="/assets/"])', '[onerror]', 'main script'];
const mistaken = /\bundefined\b|\bnull\b|\bNaN\b|\[object \w+\]/g;

/** Everything that is wrong with the page as a browser shows it, in words. */
export async function shownWrongly(page: Page): Promise<string[]> {
  const made = await Promise.all(neverThere.map(async (one) => [one, await page.locator(one).count()] as const));
  const text = await page.locator('body').innerText();
  const { width = 0 } = page.viewportSize() ?? {};
  const root = page.locator('html');
  const [scrolls, lang] = await root.evaluate((html: Root) => [html.scrollWidth, html.lang] as const);
  const leaking = await page.locator(overriding).evaluateAll(notIsolated, isolating);
  const headings = await page.locator('h1').count();
  return [
    ...made.filter(([, count]) => count > 0).map(([one]) => `there is an element ${one}`),
    ...((await page.evaluate(() => 'hacked' in globalThis)) ? ['a script of somebody’s ran'] : []),
    ...Array.from(text.matchAll(mistaken), ([word]) => `it says ${word}`),
    ...(scrolls > width ? [`it is ${scrolls} pixels wide on ${width}`] : []),
    ...leaking.map((text) => `it turns round what follows in: ${text}`),
    ...(headings === 1 ? [] : [`it has ${headings} first headings`]),
    ...(lang === 'en-GB' ? [] : [`its language is ${lang}`]),
  ];
}

/** What has text of its own that changes the direction; and what keeps that to itself, or has nothing else in it. */
const overriding = 'xpath=//body//*[text()[contains(., "\u202E")]]';
const isolating = 'bdi, td, th, option, textarea, label, .govuk-visually-hidden';

type Place = { readonly textContent: string; closest(selector: string): unknown };
const notIsolated = (all: Place[], within: string): string[] =>
  all.filter((one) => one.closest(within) === null).map(({ textContent }) => textContent);

type Root = { readonly scrollWidth: number; readonly lang: string };
