import type { Hand } from './hand.ts';

/** Sends a page's form in a tab of its own, so that the page stays, as it does for who goes back to it. */
export async function sendAside({ page }: Hand, button: string): Promise<void> {
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: button }).click({ modifiers: ['Control'] }),
  ]);
  await tab.waitForURL(/recorded=/);
}
