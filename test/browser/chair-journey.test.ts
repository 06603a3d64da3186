import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Award } from './api-answers.ts';
import { openBrowser } from './browser.ts';
import { clicksOn } from './clicks.ts';
import { downloaded } from './downloads.ts';
import { complete, confirm, goOn, press, textOf } from './filling.ts';
import { type OpenMeeting, openMeeting, scheduleMeeting } from './open-meeting.ts';
import { type PeopleAtWork, peopleAtWork } from './people-at-work.ts';
import { type Product, startProduct } from './product.ts';
import { whyNoBrowser } from './runs-here.ts';

const [safePlaces, youth, wardens] = ['Safe places scheme', 'Youth outreach', 'Dog fouling wardens'] as const;

describe.skipIf(whyNoBrowser !== '')(`the chair at an open meeting, in a browser${whyNoBrowser}`, () => {
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
