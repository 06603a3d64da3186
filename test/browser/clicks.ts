import type { Page } from 'playwright-core';

/** How many times somebody clicked while doing this, on however many pages. */
export async function clicksOn(page: Page, act: () => Promise<void>): Promise<number> {
  await page.addInitScript({ content: listen });
  await page.evaluate(listen); // on the page that is there already
  await act();
  return page.evaluate("Number(sessionStorage.getItem('clicks'))");
}

/** Keys press buttons too, and then no mouse has clicked. */
const listen = `addEventListener('click', ({ detail }) => {
  if (detail > 0) sessionStorage.setItem('clicks', Number(sessionStorage.getItem('clicks')) + 1);
}, true)`;
