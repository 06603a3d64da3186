import type { Page } from 'playwright-core';
import { startPages } from '../functions/web/running-pages.ts';
import { openBrowser } from './browser.ts';
import type { Visitor } from './places/place.ts';
import { visitorsOf } from './visitors.ts';
import { makeWorld, type World } from './world/world.ts';

/** The product with the hostile world in it, and a browser that is there as whoever is asked for. */
export type OpenedWorld = {
  readonly world: World;
  readonly pageOf: (visitor: Visitor) => Promise<Page>;
  /** Ends the browser, too. */
  readonly close: () => Promise<void>;
};

export async function openWorld(): Promise<OpenedWorld> {
  const running = await startPages('none');
  try {
    const world = await makeWorld(running);
    const browser = await openBrowser();
    const close = async () => {
      await browser.close();
      await running.stop();
    };
    return { world, pageOf: visitorsOf(browser, running), close };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** Making the world takes some hundred calls, and the machine may have other work. */
export const openingMilliseconds = 240_000;
