import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signIn } from './browser.ts';
import { clicksOn } from './clicks.ts';
import { complete, confirm, follow, mainOf, press, step, textOf } from './filling.ts';
import { type Hand, mouse } from './hand.ts';
import { keyboard } from './keyboard.ts';
import { narrowScreen } from './narrow-screen.ts';
import { type OpenMeeting, openMeeting } from './open-meeting.ts';
import { newPage, type Person } from './people-at-work.ts';
import { type Product, startProduct } from './product.ts';
import { whyNoBrowser } from './runs-here.ts';

type Way = { readonly way: string; readonly handOn: typeof mouse; readonly options: BrowserContextOptions };

const ways: readonly Way[] = [
  { way: 'without JavaScript', handOn: mouse, options: { javaScriptEnabled: false } },
  { way: 'at 320 pixels wide', handOn: narrowScreen, options: { viewport: { width: 320, height: 640 } } },
  // As a window of 1280 × 1024 at 400% zoom.
  { way: 'at 400% zoom', handOn: narrowScreen, options: { viewport: { width: 320, height: 256 } } },
  { way: 'by keyboard alone', handOn: keyboard, options: {} },
];

describe.skipIf(whyNoBrowser !== '')(`in a browser${whyNoBrowser}`, () => {
  let browser: Browser;
  let product: Product;
  let meeting: OpenMeeting;
  let grantId: string;
  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    const titles = ways.map(({ way }) => awardFor(way));
    meeting = await openMeeting(product, '2018-06-08', titles);
    ({ id: grantId } = await product.act('finance-officer', '/grants', grant));
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), product?.stop()]);
  });

  describe.each(ways)('$way', ({ way, handOn, options }) => {
    /** Signed in by the same hand, at the overview of the partnership. */
    const arrive = async (person: Person): Promise<Hand> => {
      const page = await newPage(browser, options);
      const hand = handOn(page);
      await page.goto(product.origin);
      await press(hand, 'Sign in');
      await hand.press(page.getByRole('button', { name: new RegExp(`^${person}`) }));
      return hand;
    };
    const goTo = (hand: Hand, path: string) => hand.page.goto(`${product.origin}/partnerships/maldon${path}`);

    it('records a receipt', async () => {
      const hand = await arrive('Finance officer');
      await goTo(hand, `/grants/${grantId}`);
      await press(hand, 'Record money received');
      await step(hand, {
        'Amount received': '£100',
        'Date received': '2018-05-01',
        'Bank reference': way,
        Note: 'By hand',
      });
      const check = await textOf(hand);

      await confirm(hand, 'Record the receipt');

      const { items } = await product.read<{ items: object[] }>(`/grants/${grantId}/receipts`);
      expect(check).toContain('£100.00');
      expect(items).toContainEqual(expect.objectContaining({ bankReference: way, amount: '100.00', note: 'By hand' }));
    });

    it('decides an award', async () => {
      const hand = await arrive('Chair');
      await goTo(hand, meeting.path);
      await press(hand, `Approve part or with conditions ${awardFor(way)}`);

      await complete(hand, [{ 'Amount approved': '90', Conditions: 'Keep receipts' }], 'Approve');

      const award = await product.read(`/awards/${meeting.awards.get(awardFor(way))}`);
      expect(award).toMatchObject({ status: 'approved', amountApproved: '90.00' });
    });

    it('reads the entries behind a figure of the statement', async () => {
      const hand = await arrive('Auditor');
      await goTo(hand, '/years/2017-18/statement');
      const line = mainOf(hand)
        .getByRole('row', { name: /J9 domestic abuse awareness/ })
        .first();
      await hand.press(line.getByRole('link', { name: '£450.00' }).last());
      const behind = await textOf(hand);
      await follow(hand, /^\d+ Payment recorded$/);

      expect(behind).toContain('Debits less credits: £450.00');
      expect(await textOf(hand)).toContain('What it rests on');
    });
  });

  describe('at the keyboard', () => {
    const recipient = { name: 'Essex Police', kind: 'responsible-authority', authorityId: 'essex-police' };

    it('everything can be chosen, without a click', async () => {
      const hand = keyboard(await newPage(browser));
      await signIn(hand.page, product.origin, 'Coordinator');
      await hand.page.goto(`${product.origin}/partnerships/maldon/awards/new`);
      const initiative = {
        'Title of the award': 'Speed watch',
        Purpose: 'Signs',
        'Date of the proposal': '2018-03-01',
        'Kind of recipient': 'Responsible authority',
      };
      const money = { 'Fund that is to pay': 'Tru-Cam pilot', 'Amount asked': '25' };
      const serves = { 'How this serves the fund’s purpose': 'It slows cars.', 'Priorities that it serves': [roads] };

      const clicks = await clicksOn(hand.page, () =>
        complete(hand, [initiative, { 'Responsible authority': recipient.name }, money, serves], 'Propose the award'),
      );

      const { items } = await product.read<{ items: object[] }>('/awards?status=draft');
      expect(clicks).toBe(0);
      expect(items).toMatchObject([{ fundId: 'tru-cam', recipient, priorities: ['road-safety'] }]);
    });

    it('a focus that didn’t show would be noticed', async () => {
      const hand = keyboard(await newPage(browser, { bypassCSP: true }));
      await hand.page.goto(product.origin);
      const unseen = '* { outline: 0 !important; box-shadow: none !important; background: #fff !important;';
      await hand.page.addStyleTag({ content: `${unseen} border-color: #fff !important }` });

      await expect(press(hand, 'Sign in')).rejects.toThrow('the focus doesn’t show on <a');
    });
  });
});

const roads = 'Promoting road safety and tackling irresponsible driving';
const awardFor = (way: string): string => `A project decided ${way}`;

const grant = {
  kind: 'contribution',
  title: 'Rural crime contribution',
  funder: { id: 'essex-county-council', name: 'Essex County Council' },
  fundId: 'partnership-fund',
  financialYear: '2018-19',
  grossAmount: '1000.00',
  reference: 'ECC-2018-1',
  agreedOn: '2018-04-09',
};
