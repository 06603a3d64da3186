import { describe, expect, it } from 'vitest';
import { noteSharedFund } from '../../../domain/fund/open-fund.ts';
import { SharedFundBody } from '../../../domain/fund/shared-fund.ts';
import { ledgerWith, sharedFundBody } from '../../builders.ts';
import { asJson, idOf, TestLedger, today } from '../test-ledger.ts';

describe('noting a fund held elsewhere', () => {
  it('moves no money, and counts from its first year', () => {
    const ledger = ledgerWith();

    const entry = ledger.run(noteSharedFund(sharedFundBody({ financialYears: ['2017-18', '2016-17'] })));

    expect(entry).toMatchObject({ type: 'shared-fund-noted', effectiveOn: '2016-04-01', postings: [] });
    expect([...ledger.state.all('balance')]).toEqual([]);
    expect(asJson(ledger.get('sharedFund', idOf(entry)))).toMatchObject({
      totalAmount: '200000.00',
      financialYears: ['2016-17', '2017-18'],
      areas: [{ name: 'Chelmsford' }],
      sequence: entry.sequence,
    });
  });

  it('makes its funder', () => {
    const ledger = ledgerWith();

    ledger.run(noteSharedFund(sharedFundBody()));

    expect(ledger.get('funder', 'essex-pcc')).toMatchObject({ revision: 3 });
  });

  it('wants a partnership', () => {
    expect(new TestLedger().refusal(noteSharedFund(sharedFundBody()))).toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['more areas than there are', { areaCount: 1, areas: [{ name: 'Chelmsford' }, { name: 'Maldon' }] }],
    ['a year named twice', { financialYears: ['2016-17', '2016-17'] }],
    ['no year', { financialYears: [] }],
    ['a year before the Act', { financialYears: ['1997-98'] }],
    ['a share of nothing', { areas: [{ name: 'Chelmsford', amount: '0' }] }],
  ])('refuses %s', (_, fields) => {
    const given = { ...asJson<object>(sharedFundBody()), ...fields };

    expect(SharedFundBody({ today }).safeParse(given).success).toBe(false);
  });
});
