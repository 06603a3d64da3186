import type { Page } from 'playwright-core';
import { type Hand, mouse } from './hand.ts';

/** A finger on a narrow screen: no page that it comes to may be wider than the screen. */
export const narrowScreen = (page: Page): Hand => ({
  ...mouse(page),
  press: async (target) => {
    await mouse(page).press(target);
    const wider = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (wider > 0) throw new Error(`${page.url()} is ${wider} pixels wider than the screen`);
  },
});
