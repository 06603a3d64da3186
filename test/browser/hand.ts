import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: with a mouse, or with the keyboard alone. What they find, they find by its name. */
export type Hand = {
  readonly page: Page;
  /** A link or a button, and the page that it leads to. */
  readonly press: (target: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** A radio button or a checkbox. */
  readonly tick: (input: Locator) => Promise<void>;
  readonly select: (list: Locator, option: string) => Promise<void>;
};

export const mouse = (page: Page): Hand => ({
  page,
  press: (target) => leadingOn(page, () => target.click()),
  write: (field, text) => field.fill(text),
  tick: (input) => input.check(),
  select: async (list, option) => {
    await list.selectOption({ label: option });
  },
});

/** Does what leads to another page, and waits until that is there. */
export async function leadingOn(page: Page, act: () => Promise<void>): Promise<void> {
  const there = page.waitForEvent('domcontentloaded');
  there.catch(() => undefined); // because what went wrong with the act says more
  await act();
  await there;
}
