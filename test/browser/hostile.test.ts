import '../functions/quiet-log.ts';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostile } from './hostile.ts';
import { type OpenedWorld, openingMilliseconds, openWorld } from './opened-world.ts';
import { otherStates } from './other-states.ts';
import { pageStates } from './page-states.ts';
import { atGrant } from './places/place.ts';
import { addressOf } from './places/places.ts';
import { whyNoBrowser } from './runs-here.ts';
import { shownWrongly } from './shown-wrongly.ts';

const states = [...pageStates, ...otherStates].filter(({ state }) => state !== 'empty');

describe.skipIf(whyNoBrowser !== '')(`what people wrote${whyNoBrowser}`, () => {
  let opened: OpenedWorld;
  beforeAll(async () => {
    opened = await openWorld();
  }, openingMilliseconds);
  afterAll(() => opened?.close());

  it('is there to be seen', async () => {
    const page = await opened.pageOf('officer');

    await page.goto(addressOf('grant', { at: atGrant('grant') }, opened.world));

    const text = await page.locator('body').innerText();
    expect(Object.values(hostile).filter((written) => !text.includes(written))).toEqual([]);
  });

  it('would be seen if it were no text', async () => {
    const page = await opened.pageOf('nobody');
    await page.setViewportSize({ width: 320, height: 200 });

    await page.setContent(`<p style="width: 400px">${hostile.script} ${hostile.image} undefined</p>`);

    expect(await shownWrongly(page)).toEqual([
      'there is an element img[src="x"]',
      'there is an element script:not([src^="/assets/"])',
      'there is an element [onerror]',
      'a script of somebody’s ran',
      'it says undefined',
      'it is 408 pixels wide on 320',
      'it has 0 first headings',
      'its language is ',
    ]);
  });

  it.each(states)('is text and moves nothing else on $title', async ({ as, reach }) => {
    const page = await opened.pageOf(as);
    await page.setViewportSize({ width: 1280, height: 800 });

    await reach(page, opened.world);
    const wide = await shownWrongly(page);
    // As at 400% of a screen of 1280 pixels.
    await page.setViewportSize({ width: 320, height: 200 });
    const narrow = await shownWrongly(page);

    expect(wide).toEqual([]);
    expect(narrow).toEqual([]);
  });
});
