import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry, Statement } from './api-answers.ts';
import { openBrowser } from './browser.ts';
import { downloaded } from './downloads.ts';
import { complete, confirm, fill, follow, mainOf, press, step, textOf } from './filling.ts';
import { type PeopleAtWork, peopleAtWork } from './people-at-work.ts';
import { type Product, startProduct } from './product.ts';
import { whyNoBrowser } from './runs-here.ts';
import { certifySecondVersion, closeYear, year } from './year-end.ts';

const signed = { 'Your name': 'A. Treasurer', 'Your role': 'Section 151 officer' };

describe.skipIf(whyNoBrowser !== '')(`after the year’s end, in a browser${whyNoBrowser}`, () => {
  let browser: Browser;
  let product: Product;
  let people: PeopleAtWork;
  beforeAll(async () => {
    [browser, product] = await Promise.all([openBrowser(), startProduct()]);
    people = peopleAtWork(browser, product.origin);
    await closeYear(product, '7000.00');
  }, 120_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), product?.stop()]);
  });

  const statement = () => product.read<Statement>(`${year}/statement`);

  describe('the chief finance officer', () => {
    it('certifies the statement over the hash that is shown', async () => {
      const { statementHash } = await statement();
      const hand = await people.at('Chief finance officer', `${year}/closing-checklist`);
      await press(hand, 'Certify the statement');
      const asked = await textOf(hand);
      await step(hand, signed);
      const check = await textOf(hand);

      await confirm(hand, 'Sign the statement');

      const { items } = await product.read<{ items: object[] }>(`${year}/statements`);
      expect(asked).toContain(statementHash);
      expect(check).toContain(statementHash);
      expect(items).toMatchObject([{ version: 1, statementHash, name: 'A. Treasurer', role: 'Section 151 officer' }]);
    });

    it('opens the year again, and says why', async () => {
      const hand = await people.at('Chief finance officer', `${year}/closing-checklist`);
      await press(hand, 'Open the year again');

      await complete(hand, [{ Reason: 'A battery was bought in March.' }], 'Open the year again');

      expect(await statement()).toMatchObject({ status: 'open' });
    });
  });

  describe('the auditor', () => {
    beforeAll(async () => {
      await certifySecondVersion(product);
    });

    it('goes from a figure to its entry, the award, the decision and the minute', async () => {
      const hand = await people.at('Auditor', '/years/2017-18/statement');
      const line = mainOf(hand)
        .getByRole('row', { name: /J9 domestic abuse awareness/ })
        .first();
      await hand.press(line.getByRole('link', { name: '£450.00' }).last());
      const behind = await textOf(hand);
      await follow(hand, /^\d+ Payment recorded$/);
      const entry = await textOf(hand);
      await follow(hand, /^J9 domestic abuse awareness$/);
      const award = await textOf(hand);
      await hand.page.goBack();
      await follow(hand, /^minute 9\.5 of Responsible Authorities Group/);
      const meeting = await textOf(hand);

      expect(behind).toMatch(/Debits less credits: £450.00/);
      expect(entry).toMatch(/What it rests on[\s\S]+Approved £450.00[\s\S]+minute 9\.5/);
      expect(award).toMatch(/Decided at [\s\S]+, minute 9\.5\. Chair, Maldon presided/);
      expect(meeting).toContain('Approved £450.00, as requested. Minute 9.5.');
    });

    it('sees a year as it stood on a date, and as the journal knew it at an entry', async () => {
      const { items } = await product.read<{ items: Entry[] }>('/journal?limit=100&type=award-paid');
      const sequence = items[1]?.sequence;
      const hand = await people.at('Auditor', '/years/2017-18/statement');
      await fill(hand, { 'Up to and including': '2017-12-31', 'As the journal stood at entry': `${sequence}` });

      await press(hand, 'Show the statement of this date and entry');

      const asked = `?asOf=2017-12-31&knownAt=${sequence}`;
      const { totals } = await product.read<Statement>(`/years/2017-18/statement${asked}`);
      const text = await textOf(hand);
      expect(text).toContain(`Entry ${sequence} of the journal`);
      expect(text).toMatch(new RegExp(`Closing balance\\s+${pounds(totals.closingBalance)}`));
    });

    it('sees what a second version changed against the first, side by side', async () => {
      const hand = await people.at('Auditor', `${year}/statement`);
      await follow(hand, 'Certified versions of 2016/17, and what changed between them');

      const text = await textOf(hand);

      expect(text).toContain('that version 2 changed against version 1');
      expect(text).toMatch(/Expenditure[^\n]*£0.00\s+£45.50/);
      expect(text.indexOf('Version 2')).toBeLessThan(text.indexOf('Version 1'));
    });

    it('runs the verification', async () => {
      const hand = await people.at('Auditor', '/audit');
      await follow(hand, 'Run the verification');
      await press(hand, 'Run the verification');

      expect(await textOf(hand)).toContain('Everything agrees with the journal.');
      expect(await product.read('/audit/verification')).toMatchObject({ chainValid: true, balancesMatch: true });
    });

    it.each([
      ['PDF', '%PDF-'],
      ['Excel', 'PK\u0003\u0004'],
      ['CSV', 'section,'],
      ['web page', '<!doctype html>'],
      ['JSON', '{"'],
    ])('downloads what was signed as %s', async (form, begins) => {
      const hand = await people.at('Auditor', `${year}/statement?version=2`);

      const file = await downloaded(hand, `${form} of version 2`);

      expect(file.toString().slice(0, begins.length).toLowerCase()).toBe(begins.toLowerCase());
    });
  });
});

/** "£12,527.00". */
const pounds = (amount: string): string => `£${amount.replaceAll(/\B(?=(\d{3})+\.)/g, ',')}`;
