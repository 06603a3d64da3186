import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crawl } from './crawl.ts';
import { type RunningPages, startPages } from './running-pages.ts';

describe('the links of the pages', () => {
  let running: RunningPages;
  beforeAll(async () => {
    running = await startPages();
  });
  afterAll(() => running.stop());

  it.each([
    ['maldon-finance-officer', 'maldon:finance-officer'],
    ['maldon-community-safety-manager', 'maldon:coordinator'],
    ['maldon-rag-chair', 'maldon:chair'],
    ['maldon-section-151-officer', 'maldon:chief-finance-officer'],
    ['maldon-auditor', 'maldon:auditor'],
    ['platform-administrator', 'platform:administrator'],
  ])('lead %s nowhere that is not there, or not allowed', { timeout: 240_000 }, async (subject, group) => {
    const visitor = await running.visitor(subject, group);

    const crawled = await crawl(visitor, '/partnerships');

    const dead = crawled.filter(({ page }) => page.status >= 400);
    expect(dead.map(({ path, from, page }) => `${page.status} ${path} from ${from}`)).toEqual([]);
    expect(crawled.length).toBeGreaterThan(2);
  });
});
