import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund } from '../../../domain/fund/open-fund.ts';
import { notifyTopSlice } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { createPartnership } from '../../../domain/partnership/set-up.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  partnershipBody,
  receiptBody,
  reverse,
  sharedFundBody,
  topSliceBody,
} from '../../builders.ts';
import { TestLedger } from '../test-ledger.ts';
import { plainStatement, recomputed } from './statements.ts';

describe('the line of a grant', () => {
  it('shows its top-slices to date by purpose, those of one purpose together', () => {
    const ledger = ledgerWith();
    const topSlices = [
      { purpose: 'hub', amount: '30' },
      { purpose: 'dhr', amount: '100' },
    ];
    const grantId = agree(ledger, { topSlices });
    ledger.run(notifyTopSlice(grantId, topSliceBody({ amount: '20', notifiedOn: '2017-09-01' })));
    ledger.run(notifyTopSlice(grantId, topSliceBody({ amount: '7', purpose: 'analyst', notifiedOn: '2018-04-01' })));

    const [line] = plainStatement(ledger, '2017-18').grants;

    expect(line).toMatchObject({
      topSlices: [
        { purpose: 'dhr', amount: '120.00' },
        { purpose: 'hub', amount: '30.00' },
      ],
      topSlicedAmount: '150.00',
      netAmount: '850.00',
    });
  });

  it('drops a top-slice that was taken back', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    reverse(ledger, ledger.run(notifyTopSlice(grantId, topSliceBody())), '2017-10-01');

    expect(plainStatement(ledger, '2017-18').grants[0]).toMatchObject({ topSlices: [], topSlicedAmount: '0.00' });
  });

  it('counts a receipt in the year in which it came, and to date in later ones', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '600', receivedOn: '2018-03-31' })));
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '400', receivedOn: '2018-04-01', bankReference: 'NEXT' })));

    const received = ['2017-18', '2018-19', '2019-20'].map((year) => {
      const [line] = plainStatement(ledger, year).grants;
      return [line?.receivedInYear, line?.receivedToDate, line?.outstandingAmount];
    });

    expect(received).toEqual([
      ['600.00', '600.00', '400.00'],
      ['400.00', '1000.00', '0.00'],
      ['0.00', '1000.00', '0.00'],
    ]);
  });

  it('before it counts shows what was agreed, and cash in advance', () => {
    const ledger = ledgerWith();
    const topSlices = [{ purpose: 'dhr', amount: '100' }];
    const grantId = agree(ledger, { agreedOn: '2017-03-01', topSlices });
    ledger.run(recordReceipt(grantId, receiptBody({ receivedOn: '2017-03-20' })));

    expect(recomputed(ledger, '2016-17', '2017-03-19').grants).toEqual([]);
    expect(plainStatement(ledger, '2016-17').grants).toMatchObject([
      {
        grossAmount: '1000.00',
        topSlices: [{ purpose: 'dhr', amount: '100.00' }],
        netAmount: '900.00',
        receivedInYear: '100.00',
        outstandingAmount: '800.00',
        grossIncomeInYear: '0.00',
      },
    ]);
  });

  it('is there until its money is used up', () => {
    const ledger = ledgerWith();
    agree(ledger);
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000', spentOn: '2018-04-10' })));

    const listed = ['2016-17', '2017-18', '2018-19', '2019-20'].map(
      (year) => plainStatement(ledger, year).grants.length,
    );

    expect(listed).toEqual([0, 1, 1, 0]);
  });
});

describe('the lines of a statement', () => {
  it('carry the notes of what they are about', () => {
    const ledger = ledgerWith(fundBody({ note: 'Of the fund.' }));
    agree(ledger, { note: 'Of the grant.' });

    const { funds, grants } = plainStatement(ledger, '2017-18');

    expect([funds[0]?.note, grants[0]?.note]).toEqual(['Of the fund.', 'Of the grant.']);
  });

  it('say by how much stated shares of a fund held elsewhere differ from its total', () => {
    const ledger = ledgerWith();
    const areas = [
      { name: 'Chelmsford', amount: '120000' },
      { name: 'Maldon', amount: '79999.99' },
    ];
    ledger.run(noteSharedFund(sharedFundBody({ areaCount: 2, areas })));
    ledger.run(noteSharedFund(sharedFundBody({ areaCount: 1, areas: [{ name: 'Maldon', amount: '200000' }] })));

    const [differs, agrees] = plainStatement(ledger, '2017-18').sharedFunds;

    expect(differs).toMatchObject({ shares: 'stated', statedSharesDifference: '-0.01' });
    expect(agrees).not.toHaveProperty('statedSharesDifference');
  });

  it('leave out a category that came to nothing', () => {
    const ledger = ledgerWith();
    agree(ledger);
    reverse(ledger, ledger.run(recordExpenditure(expenditureBody({ spentOn: '2017-06-01' }))), '2017-06-02');

    expect(plainStatement(ledger, '2017-18').expenditure).toEqual([]);
  });

  it('come under the partnership, with its note', () => {
    const ledger = new TestLedger();
    ledger.run(createPartnership(partnershipBody({ note: 'Of the partnership.' })));

    expect(plainStatement(ledger, '2017-18').partnership).toEqual({
      name: 'Maldon Community Safety Partnership',
      hostAuthority: 'Maldon District Council',
      note: 'Of the partnership.',
    });
  });

  it('list spending by category, in order', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    const spend = (category: string, amount: string, fields = {}) =>
      ledger.run(recordExpenditure(expenditureBody({ category, amount, ...fields })));
    spend('training', '30');
    spend('equipment', '10');
    spend('training', '5', { grantId });
    spend('training', '1', { spentOn: '2018-04-01' });

    expect(plainStatement(ledger, '2017-18').expenditure).toEqual([
      { fundId: 'partnership-fund', category: 'equipment', amount: '10.00' },
      { fundId: 'partnership-fund', category: 'training', amount: '35.00' },
    ]);
  });
});
