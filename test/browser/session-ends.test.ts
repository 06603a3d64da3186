import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../../functions/web/session/cookies.ts';
import { idleMilliseconds } from '../../functions/web/session/session.ts';
import { environmentWebDeps } from '../../functions/web/web-deps.ts';
import { type RunningPages, startPages } from '../functions/web/running-pages.ts';
import { apiCalls } from './api-calls.ts';
import { openBrowser, signIn } from './browser.ts';
import { complete, fill, goOn, press, step, textOf } from './filling.ts';
import { type Hand, mouse } from './hand.ts';
import { newPage, type Person } from './people-at-work.ts';
import { whyNoBrowser } from './runs-here.ts';

const title = 'Lights for the <b>skate park';

describe.skipIf(whyNoBrowser !== '')(`a session that ends in the middle of a form, in a browser${whyNoBrowser}`, () => {
  let browser: Browser;
  let running: RunningPages;
  beforeAll(async () => {
    [browser, running] = await Promise.all([openBrowser(), startPages()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), running?.stop()]);
  });

  /** Somebody has begun to propose an award, went away for half an hour, and sends what they typed. */
  const sendTooLate = async (): Promise<Hand> => {
    const hand = mouse(await newPage(browser));
    await signIn(hand.page, running.origin, 'Coordinator');
    await hand.page.goto(`${running.origin}/partnerships/maldon/awards/new`);
    await fill(hand, { 'Title of the award': title, Purpose: 'Light', 'Kind of recipient': 'Another recipient' });
    await leaveAlone(hand);
    await goOn(hand);
    return hand;
  };
  const signInAgain = async (hand: Hand, person: Person): Promise<void> => {
    await press(hand, 'Sign in');
    await hand.page.getByRole('button', { name: new RegExp(`^${person}`) }).click();
    await hand.page.waitForURL(/\/awards\/new$/);
  };
  const titleField = ({ page }: Hand) => page.getByRole('textbox', { name: 'Title of the award' });

  it('says so, and shows what was typed again to the same person, who goes on from there', async () => {
    const hand = await sendTooLate();
    const told = await textOf(hand);

    await signInAgain(hand, 'Coordinator');

    expect(told).toContain('nothing was recorded. What you typed is kept');
    expect(await textOf(hand)).toContain('when you were not signed in any more');
    expect(await titleField(hand).inputValue()).toBe(title);
    expect(await hand.page.getByRole('radio', { name: 'Another recipient' }).isChecked()).toBe(true);
    await step(hand, {});
    const money = { 'Fund that is to pay': 'Partnership fund', 'Amount asked': '50' };
    await complete(hand, [{ 'Name of the recipient': 'Skaters' }, money, {}], 'Propose the award');
    const { items } = await apiCalls(running.origin).read<{ items: object[] }>('/awards?status=draft');
    expect(items).toMatchObject([{ title, amountRequested: '50.00' }]);
  });

  it('shows nothing of it to another person at the same browser, nor to the first again after that', async () => {
    const hand = await sendTooLate();

    await signInAgain(hand, 'Finance officer');

    const form = hand.page.url();
    expect(await hand.page.content()).not.toContain('skate park');
    expect(await titleField(hand).inputValue()).toBe('');
    await signIn(hand.page, running.origin, 'Coordinator');
    await hand.page.goto(form);
    expect(await titleField(hand).inputValue()).toBe('');
  });
});

/** As if nothing had been asked for so long. */
async function leaveAlone({ page }: Hand): Promise<void> {
  const cookies = await page.context().cookies();
  const id = cookies.find(({ name }) => name === sessionCookie)?.value ?? '';
  const { sessions } = environmentWebDeps();
  await sessions.change(id, (session) => ({ ...session, lastSeenAt: session.lastSeenAt - idleMilliseconds }));
}
