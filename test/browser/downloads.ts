import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { mainOf } from './filling.ts';
import type { Hand } from './hand.ts';

/** What a link of the page gives as a file. */
export async function downloaded(hand: Hand, link: string): Promise<Buffer> {
  const isLink = (role: 'link' | 'button'): Locator => mainOf(hand).getByRole(role, { name: link, exact: true });
  const [download] = await Promise.all([
    hand.page.waitForEvent('download'),
    isLink('link').or(isLink('button')).click(),
  ]);
  return readFile(await download.path());
}
