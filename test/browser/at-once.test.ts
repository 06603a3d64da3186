import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPages, startPages } from '../functions/web/running-pages.ts';
import type { Entry } from './api-answers.ts';
import { type ApiCalls, apiCalls } from './api-calls.ts';
import { openBrowser, signIn } from './browser.ts';
import { busyOnce } from './busy-once.ts';
import { entriesAbout } from './entries-about.ts';
import { confirm, headingOf, press, step, textOf } from './filling.ts';
import { type Hand, mouse } from './hand.ts';
import { approveAll, type OpenMeeting, openMeeting } from './open-meeting.ts';
import { newPage, type Person } from './people-at-work.ts';
import { whyNoBrowser } from './runs-here.ts';
import { sendAside } from './send-aside.ts';

const plain = { javaScriptEnabled: false };
const contested = ['Decided twice', 'Decided and withdrawn'] as const;
const paid = [
  'Clicked twice',
  'Clicked twice without JavaScript',
  'Sent again',
  'Changed',
  'Not reached',
  'Lost',
] as const;
type Title = (typeof contested | typeof paid)[number];

describe.skipIf(whyNoBrowser !== '')(`in a browser${whyNoBrowser}`, () => {
  let browser: Browser;
  let running: RunningPages;
  let api: ApiCalls;
  let meeting: OpenMeeting;
  beforeAll(async () => {
    [browser, running] = await Promise.all([openBrowser(), startPages()]);
    api = apiCalls(running.origin);
    meeting = await openMeeting(api, '2018-06-08', [...contested, ...paid]);
    await approveAll(api, meeting, paid);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), running?.stop()]);
  });

  const pathOf = (title: Title): string => `/awards/${meeting.awards.get(title)}`;
  const arrive = async (person: Person, path: string, options: BrowserContextOptions = {}): Promise<Hand> => {
    const hand = mouse(await newPage(browser, options));
    await signIn(hand.page, running.origin, person);
    await hand.page.goto(`${running.origin}/partnerships/maldon${path}`);
    return hand;
  };
  const entriesOf = (title: Title, ...types: readonly string[]): Promise<Entry[]> =>
    entriesAbout(api, meeting.awards.get(title), types);

  describe('two people at once', () => {
    const atCheck = async (title: Title): Promise<Hand> => {
      const hand = await arrive('Chair', meeting.path);
      await press(hand, `Approve in full ${title}`);
      await step(hand, {});
      return hand;
    };

    it('decide an award once: the other is told, and led back to the meeting', async () => {
      const hands = [await atCheck('Decided twice'), await atCheck('Decided twice')];

      await Promise.all(hands.map((hand) => press(hand, 'Approve')));

      const texts = await Promise.all(hands.map(textOf));
      const late = hands.find((_, place) => texts[place]?.includes('There is a problem'));
      expect(texts.filter((text) => text.includes('Award decided: entry'))).toHaveLength(1);
      expect(await entriesOf('Decided twice', 'award-decided')).toHaveLength(1);
      if (late === undefined) throw new Error('both were recorded');
      expect(await textOf(late)).toContain('Decided already: Approved');
      await late.press(late.page.getByRole('link', { name: 'Go back to the meeting' }));
      expect(await textOf(late)).toContain('Approved £100.00, as requested');
    });

    it('decide and withdraw an award: one of it happens', async () => {
      const title = 'Decided and withdrawn';
      const [chair, coordinator] = [await atCheck(title), await arrive('Coordinator', pathOf(title))];
      await press(coordinator, 'Withdraw');
      await step(coordinator, { 'Reason for withdrawing': 'The hall has closed.' });

      await Promise.all([press(chair, 'Approve'), press(coordinator, 'Withdraw')]);

      const texts = await Promise.all([chair, coordinator].map(textOf));
      expect(texts.filter((text) => text.includes('There is a problem'))).toHaveLength(1);
      expect(await entriesOf(title, 'award-decided', 'award-withdrawn')).toHaveLength(1);
    });
  });

  describe('a payment', () => {
    const atCheck = async (title: Title, options: BrowserContextOptions = {}): Promise<Hand> => {
      const hand = await arrive('Finance officer', pathOf(title), options);
      await press(hand, 'Record a payment');
      await step(hand, { 'Amount paid': '40', 'Date paid': '2018-07-02', 'Payment reference': 'BACS 1' });
      return hand;
    };
    const button = 'Record the payment';

    it.each([
      ['Clicked twice', {}],
      ['Clicked twice without JavaScript', plain],
    ] as const)('is recorded once: %s', async (title, options) => {
      const hand = await atCheck(title, options);

      await hand.page.getByRole('button', { name: button }).dblclick();
      await hand.page.waitForURL(/recorded=/);

      expect(await textOf(hand)).toContain('Payment recorded: entry');
      expect(await entriesOf(title, 'award-paid')).toHaveLength(1);
    });

    it('is recorded once where the page is sent again, as after the way back', async () => {
      const hand = await atCheck('Sent again', plain);
      await sendAside(hand, button);

      await confirm(hand, button);

      expect(await textOf(hand)).toContain('Payment recorded: entry');
      expect(await entriesOf('Sent again', 'award-paid')).toHaveLength(1);
    });

    it('is not recorded with other answers from the same page, and that is said', async () => {
      const hand = await atCheck('Changed', plain);
      await sendAside(hand, button);

      await press(hand, 'Change these answers');
      await step(hand, { 'Amount paid': '41' });

      expect(await headingOf(hand)).toBe('This form was sent before');
      expect(await entriesOf('Changed', 'award-paid')).toMatchObject([{ facts: { amount: '40.00' } }]);
      await press(hand, 'See what is recorded');
      expect(await textOf(hand)).toContain('£40.00');
    });

    it.each([
      ['Not reached', false],
      ['Lost', true],
    ] as const)('that the service was too busy for is sent again, and recorded once: %s', async (title, isDone) => {
      const hand = await atCheck(title);
      busyOnce('/payments', isDone);

      await press(hand, button);
      const told = await textOf(hand);
      await confirm(hand, button);

      expect(told).toContain('The service is busy. Send the same again. Nothing is recorded twice.');
      expect(await entriesOf(title, 'award-paid')).toHaveLength(1);
    });
  });
});
