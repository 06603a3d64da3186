import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { clicksOn } from './clicks.ts';
import { downloaded } from './downloads.ts';
import { complete, confirm, fillRow, follow, goOn, press, step, textOf } from './filling.ts';
import { type OpenMeeting, openMeeting, scheduleMeeting } from './open-meeting.ts';
import { type PeopleAtWork, peopleAtWork } from './people-at-work.ts';
import { type Product, startProduct } from './product.ts';
import { whyNoBrowser } from './runs-here.ts';

const [safePlaces, youth, wardens] = ['Safe places scheme', 'Youth outreach', 'Dog fouling wardens'] as const;

describe.skipIf(whyNoBrowser !== '')(`in a browser${whyNoBrowser}`, () => {
  let browser: Browser;
  let product: Product;
  let people: PeopleAtWork;
  let meeting: OpenMeeting;
  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    people = peopleAtWork(browser, product.origin);
    meeting = await openMeeting(product, '2018-06-08', [safePlaces, youth, wardens]);
    await scheduleMeeting(product, '2018-09-14');
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), product?.stop()]);
  });

  const awardCalled = (title: string) => product.read<Award>(`/awards/${meeting.awards.get(title)}`);

  describe('the chair at an open meeting', () => {
    it('approves in full with two clicks and one to confirm', async () => {
      const hand = await people.at('Chair', meeting.path);

      const clicks = await clicksOn(hand.page, async () => {
        await press(hand, `Approve in full ${safePlaces}`);
        await goOn(hand);
        await confirm(hand, 'Approve');
      });

      expect(clicks).toBe(3);
      expect(await textOf(hand)).toContain('1 of 3 decided');
      expect(await awardCalled(safePlaces)).toMatchObject({ status: 'approved', amountApproved: '100.00' });
    });

    it('approves a part, with conditions', async () => {
      const hand = await people.at('Chair', meeting.path);
      await press(hand, `Approve part or with conditions ${youth}`);

      const answers = {
        'Amount approved': '£75',
        Conditions: 'Report in March\nKeep receipts',
        'Minute reference': '4',
      };
      await complete(hand, [answers], 'Approve');

      const { amountApproved, decisions } = await awardCalled(youth);
      expect(amountApproved).toBe('75.00');
      expect(decisions).toMatchObject([{ minuteReference: '4', conditions: ['Report in March', 'Keep receipts'] }]);
    });

    it('defers to a later meeting', async () => {
      const hand = await people.at('Chair', meeting.path);
      await press(hand, `Defer ${wardens}`);

      const to = { 'The meeting to which it goes': 'Responsible Authorities Group, 14 September 2018' };
      await complete(hand, [to], 'Defer');

      const { status, decisions } = await awardCalled(wardens);
      expect(status).toBe('deferred');
      expect(decisions).toMatchObject([{ outcome: 'deferred', deferredTo: expect.any(String) }]);
      expect(await textOf(hand)).toContain('3 of 3 decided');
    });

    it('has the minutes of that at once, as text to paste and as PDF', async () => {
      const hand = await people.at('Chair', meeting.path);
      await press(hand, 'Minutes so far');

      const text = await textOf(hand);
      const pdf = await downloaded(hand, 'Download as PDF');

      for (const said of [safePlaces, '£75.00', 'Keep receipts', '14 September 2018']) expect(text).toContain(said);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  describe('the finance officer', () => {
    const grantOf = async (reference: string): Promise<Grant | undefined> =>
      (await product.read<{ items: Grant[] }>('/grants')).items.find((grant) => grant.reference === reference);

    it('records a grant of a new funder in steps, and sees gross less top-slices before', async () => {
      const hand = await people.at('Finance officer', '/grants');
      await press(hand, 'Record a grant');
      await step(hand, theGrant);
      await step(hand, { 'Name of the new funder': 'Rural Crime Trust' });
      await fillRow(hand, 'Top-slice 1', { 'Purpose of the top-slice': 'audit', 'Amount of the top-slice': '50' });
      await step(hand, { 'Gross amount': '£1,600' });
      await step(hand, { Instalments: 'None are stated' });
      const check = await textOf(hand);

      await confirm(hand, 'Record the grant');

      expect(check).toMatch(/Gross amount\s+£1,600.00\s+Less top-slice: audit\s+-£50.00\s+Net amount\s+£1,550.00/);
      expect(await grantOf('RCT-1')).toMatchObject({ netAmount: '1550.00', funder: { name: 'Rural Crime Trust' } });
    });

    it('records what arrived of it, and sees what is outstanding before and after', async () => {
      const hand = await people.at('Finance officer', '/grants');
      await follow(hand, theGrant['Title of the grant']);
      await press(hand, 'Record money received');
      await step(hand, { 'Amount received': '1,000', 'Date received': '2018-05-01', 'Bank reference': 'RCT-77' });
      const check = await textOf(hand);

      await confirm(hand, 'Record the receipt');

      expect(check).toMatch(/Grant: outstanding\s+£1,550.00\s+£550.00/);
      expect(await grantOf('RCT-1')).toMatchObject({ receivedAmount: '1000.00', outstandingAmount: '550.00' });
    });

    it('records spending that is no award', async () => {
      const hand = await people.at('Finance officer', '/expenditure');
      await press(hand, 'Record spending');

      const what = { 'Fund that pays': 'Partnership fund', Category: 'partnership-posts', Description: 'Room hire' };
      const when = { 'Amount spent': '45.50', 'Date spent': '2018-05-30' };
      const restsOn = { 'Authority reference': '2018/19 budget', 'Payment reference': 'JNL-0500' };
      await complete(hand, [{ ...what, ...when }, restsOn], 'Record the spending');

      const { items } = await product.read<{ items: object[] }>('/expenditure');
      const roomHire = { amount: '45.50', description: 'Room hire', category: 'partnership-posts' };
      expect(items).toContainEqual(expect.objectContaining(roomHire));
    });

    it('pays an award in part, and records what comes back', async () => {
      const hand = await people.at('Finance officer', '/awards');
      await follow(hand, safePlaces);
      await press(hand, 'Record a payment');
      const payment = { 'Amount paid': '80', 'Date paid': '2018-07-02', 'Payment reference': 'BACS 12' };
      await complete(hand, [payment], 'Record the payment');
      await press(hand, 'Record a refund');
      const refund = { 'Amount refunded': '£30.25', 'Date received': '2018-08-01', 'Bank reference': 'VHC-1' };
      await complete(hand, [refund], 'Record the refund');

      const { paidAmount, refundedAmount, committedAmount } = await awardCalled(safePlaces);

      expect([paidAmount, refundedAmount, committedAmount]).toEqual(['80.00', '30.25', '20.00']);
    });

    it('closes a year through its checklist, where the funder’s approval is asked for', async () => {
      const hand = await people.at('Finance officer', '/years/2016-17/closing-checklist');
      await press(hand, 'Close the year');
      await fillRow(hand, 'Part 1', { 'Funder’s approval reference': 'CDSF letter' });
      await goOn(hand);

      await confirm(hand, 'Close the year');

      expect(await textOf(hand)).toContain('Closed, not certified');
      expect(await product.read('/years/2016-17/statement')).toMatchObject({ status: 'closed' });
    });
  });
});

type Award = {
  readonly status: string;
  readonly amountApproved: string;
  readonly paidAmount: string;
  readonly refundedAmount: string;
  readonly committedAmount: string;
  readonly decisions: readonly object[];
};
type Grant = { readonly reference: string };

const theGrant = {
  'Kind of grant': 'Contribution',
  'Title of the grant': 'Rural crime contribution',
  Funder: 'A funder that is not in this list',
  'Fund that it goes into': 'Partnership fund',
  'Financial year': '2018/19',
  'Reference of the agreement': 'RCT-1',
  'Date agreed': '2018-04-09',
};
