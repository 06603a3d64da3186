import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Award, Grant } from './api-answers.ts';
import { openBrowser } from './browser.ts';
import { complete, confirm, fillRow, follow, goOn, press, step, textOf } from './filling.ts';
import { approveAll, type OpenMeeting, openMeeting } from './open-meeting.ts';
import { type PeopleAtWork, peopleAtWork } from './people-at-work.ts';
import { type Product, startProduct } from './product.ts';
import { whyNoBrowser } from './runs-here.ts';

const safePlaces = 'Safe places scheme';

describe.skipIf(whyNoBrowser !== '')(`the finance officer, in a browser${whyNoBrowser}`, () => {
  let browser: Browser;
  let product: Product;
  let people: PeopleAtWork;
  let meeting: OpenMeeting;
  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    people = peopleAtWork(browser, product.origin);
    meeting = await openMeeting(product, '2018-06-08', [safePlaces]);
    await approveAll(product, meeting, [safePlaces]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), product?.stop()]);
  });

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

    const { paidAmount, refundedAmount, committedAmount } = await product.read<Award>(
      `/awards/${meeting.awards.get(safePlaces)}`,
    );

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

const theGrant = {
  'Kind of grant': 'Contribution',
  'Title of the grant': 'Rural crime contribution',
  Funder: 'A funder that is not in this list',
  'Fund that it goes into': 'Partnership fund',
  'Financial year': '2018/19',
  'Reference of the agreement': 'RCT-1',
  'Date agreed': '2018-04-09',
};
