import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import {
  agree,
  expenditureBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  reverse,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';
import { plainStatement } from './statements.ts';

const spend = (amount: string, spentOn: string, grantId?: string) =>
  recordExpenditure(expenditureBody({ amount, spentOn, ...(grantId === undefined ? {} : { grantId }) }));
const cut = (grantId: string, grossAmount: string, effectiveOn: string) =>
  varyGrant(grantId, variationBody({ grossAmount, effectiveOn }));

const [in2016, in2017, in2018] = ['2016-12-01', '2017-12-01', '2018-06-01'];

/** A grant of £1,000 in each of two years. */
const setUp = () => {
  const ledger = ledgerWith();
  const older = agree(ledger, { title: 'Older', financialYear: '2016-17', agreedOn: '2016-05-01' });
  const newer = agree(ledger, { title: 'Newer' });
  return { ledger, older, newer };
};
const usageOf = (ledger: TestLedger, year: string) =>
  Object.fromEntries(
    plainStatement(ledger, year).grants.map((line) => [
      line.title,
      [line.openingUnspent, line.spentInYear, line.closingUnspent],
    ]),
  );

describe('spending that names no grant', () => {
  it('is attributed to the oldest money first', () => {
    const { ledger } = setUp();
    ledger.run(spend('1300', in2017));

    expect(usageOf(ledger, '2017-18')).toEqual({
      Older: ['1000.00', '1000.00', '0.00'],
      Newer: ['0.00', '300.00', '700.00'],
    });
  });

  it('takes what the fund brought with it before any grant', () => {
    const ledger = ledgerWith();
    ledger.run(recordOpeningBalance('partnership-fund', openingBalanceBody({ bank: '250' })));
    agree(ledger, { title: 'Grant', financialYear: '2016-17', agreedOn: '2016-05-01' });
    ledger.run(spend('300', in2016));

    expect(usageOf(ledger, '2016-17')).toEqual({
      'Brought forward on joining': ['250.00', '250.00', '0.00'],
      Grant: ['0.00', '50.00', '950.00'],
    });
  });

  it('takes nothing from what the fund brought with it where that is a debt', () => {
    const ledger = ledgerWith();
    const repayables = [{ funder: { id: 'kent-pcc', name: 'Kent' }, amount: '40' }];
    ledger.run(recordOpeningBalance('partnership-fund', openingBalanceBody({ bank: '0', repayables })));
    agree(ledger, { title: 'Grant', financialYear: '2016-17', agreedOn: '2016-05-01' });
    ledger.run(spend('300', in2016));

    expect(usageOf(ledger, '2016-17')).toEqual({
      'Brought forward on joining': ['-40.00', '0.00', '-40.00'],
      Grant: ['0.00', '300.00', '700.00'],
    });
  });

  it('of grants of one year takes the one agreed first, and of those of one day the first recorded', () => {
    const ledger = ledgerWith();
    agree(ledger, { title: 'June', agreedOn: '2017-06-01' });
    agree(ledger, { title: 'May', agreedOn: '2017-05-01' });
    agree(ledger, { title: 'May too', agreedOn: '2017-05-01' });
    ledger.run(spend('2100', in2017));

    expect(usageOf(ledger, '2017-18')).toMatchObject({
      May: ['0.00', '1000.00', '0.00'],
      'May too': ['0.00', '1000.00', '0.00'],
      June: ['0.00', '100.00', '900.00'],
    });
  });

  it('leaves what named spending took', () => {
    const { ledger, older } = setUp();
    ledger.run(spend('300', in2016));
    ledger.run(spend('600', in2017, older));
    ledger.run(spend('200', in2017));

    expect(usageOf(ledger, '2017-18')).toEqual({
      Older: ['700.00', '700.00', '0.00'],
      Newer: ['0.00', '100.00', '900.00'],
    });
  });

  it('that came back goes to the money that it was last taken from', () => {
    const { ledger } = setUp();
    const [, spent] = [ledger.run(spend('900', in2017)), ledger.run(spend('400', in2017))];
    reverse(ledger, spent, in2018);

    expect(usageOf(ledger, '2018-19')).toEqual({
      Older: ['0.00', '-100.00', '100.00'],
      Newer: ['700.00', '-300.00', '1000.00'],
    });
  });
});

describe('spending beyond all the money that there is', () => {
  it('is borne by the newest', () => {
    const { ledger, newer } = setUp();
    ledger.run(spend('2000', in2017));
    ledger.run(cut(newer, '600', in2017));

    expect(usageOf(ledger, '2017-18')).toEqual({
      Older: ['1000.00', '1000.00', '0.00'],
      Newer: ['0.00', '1000.00', '-400.00'],
    });
  });

  it('is made good by the money of the grant that it was borne by', () => {
    const { ledger, newer } = setUp();
    ledger.run(spend('2000', in2017));
    ledger.run(notifyTopSlice(newer, topSliceBody({ amount: '400' })));
    ledger.run(varyGrant(newer, variationBody({ grossAmount: '1500', effectiveOn: in2018 })));

    expect(usageOf(ledger, '2018-19')).toEqual({ Newer: ['-400.00', '0.00', '100.00'] });
  });

  it('is not borne by next year’s grant, though its cash has come', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { title: 'This', financialYear: '2016-17', agreedOn: '2016-05-01' });
    ledger.run(spend('1000', in2016));
    ledger.run(cut(grantId, '400', in2016));
    const next = agree(ledger, { title: 'Next', agreedOn: '2017-03-01' });
    ledger.run(recordReceipt(next, receiptBody({ receivedOn: '2017-03-20' })));

    expect(usageOf(ledger, '2016-17')).toEqual({
      This: ['0.00', '1000.00', '-600.00'],
      Next: ['0.00', '0.00', '0.00'],
    });
  });

  it('is not borne by a grant that was recorded by mistake', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { title: 'Real', agreedOn: '2017-05-01' });
    ledger.run(spend('1000', in2017));
    agree(ledger, { title: 'Mistake', agreedOn: '2017-06-01' });
    reverse(ledger, ledger.entries.at(-1) ?? expect.unreachable(), '2017-06-01');
    ledger.run(cut(grantId, '400', in2017));

    expect(usageOf(ledger, '2017-18')).toEqual({ Real: ['0.00', '1000.00', '-600.00'] });
  });

  it('goes back to the grant that bore it', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { title: 'Only', agreedOn: '2017-05-01' });
    const spent = ledger.run(spend('100', in2017));
    ledger.run(cut(grantId, '0.01', in2017));
    reverse(ledger, spent, in2018);

    expect(usageOf(ledger, '2018-19')).toEqual({ Only: ['-99.99', '-100.00', '0.01'] });
  });
});
