import '../functions/quiet-log.ts';

import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftOut } from './left-out.ts';
import { type OpenedWorld, openingMilliseconds, openWorld } from './opened-world.ts';
import { otherStates } from './other-states.ts';
import { pageStates } from './page-states.ts';
import { whyNoBrowser } from './runs-here.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(whyNoBrowser !== '')(`axe${whyNoBrowser}`, () => {
  let opened: OpenedWorld;
  beforeAll(async () => {
    opened = await openWorld();
  }, openingMilliseconds);
  afterAll(() => opened?.close());

  it.each([...pageStates, ...otherStates])('finds nothing on $title', async ({ as, reach, status }) => {
    const page = await opened.pageOf(as);
    const came = await reach(page, opened.world);

    // What passes is of no interest: it isn't even gathered.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(tags);
    const { violations } = await axe.analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(came).toBe(status);
  });

  it.each(leftOut)('looks at no $gives, which $name gives', async ({ as, gives, address }) => {
    const { request } = (await opened.pageOf(as)).context();

    const answer = await request.get(address(opened.world), { maxRedirects: 0 });

    const isFile = answer.status() === 200 && /^attachment/.test(answer.headers()['content-disposition'] ?? '');
    expect(gives === 'file' ? isFile : answer.status()).toBe(gives === 'file' ? true : 303);
  });
});
