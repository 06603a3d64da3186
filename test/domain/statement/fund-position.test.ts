import { describe, expect, it } from 'vitest';
import type { Balance } from '../../../domain/ledger/balance.ts';
import { Money } from '../../../domain/money.ts';
import { fundPosition, isNothing, sumOf } from '../../../domain/statement/fund-position.ts';
import { plain } from './statements.ts';

const of = (financialYear: string, amounts: Record<string, string>): Balance => ({
  fundId: 'partnership-fund',
  financialYear,
  amounts: Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, Money.parse(amount)])),
});

/** A fund with everything that can happen to it, awards and returns too. */
const balances = [
  of('2016-17', { 'brought-forward': '-500', bank: '500' }),
  of('2016-17', {
    'grant-income': '-1000',
    'grants-receivable:pcc': '1000',
    commitments: '300',
    'commitments-mirror': '-300',
  }),
  of('2017-18', { 'top-slices:dhr': '100', 'grants-receivable:pcc': '-900', bank: '800' }),
  of('2017-18', { 'award-expenditure': '250', bank: '-290', commitments: '-250', 'commitments-mirror': '250' }),
  of('2017-18', { 'direct-expenditure:posts': '40', 'returned-to-funder': '60', 'repayable-to-funder:pcc': '-60' }),
  of('2017-18', { 'received-in-advance': '-70', bank: '70' }),
  of('2018-19', { 'grant-income': '-9', 'grants-receivable:pcc': '9' }),
];

describe('the position of a fund', () => {
  it('in the year in which it joined opens with what it brought', () => {
    expect(plain(fundPosition(balances, '2016-17'))).toEqual({
      openingBalance: '500.00',
      grossIncome: '1000.00',
      topSliced: '0.00',
      expenditure: '0.00',
      returned: '0.00',
      closingBalance: '1500.00',
      committed: '300.00',
      uncommitted: '1200.00',
      cash: '500.00',
      receivable: '1000.00',
      receivedInAdvance: '0.00',
      repayable: '0.00',
    });
  });

  it('counts awards and other spending together, and sets what is committed apart', () => {
    expect(plain(fundPosition(balances, '2017-18'))).toEqual({
      openingBalance: '1500.00',
      grossIncome: '0.00',
      topSliced: '100.00',
      expenditure: '290.00',
      returned: '60.00',
      closingBalance: '1050.00',
      committed: '50.00',
      uncommitted: '1000.00',
      cash: '1080.00',
      receivable: '100.00',
      receivedInAdvance: '70.00',
      repayable: '60.00',
    });
  });

  it('sums with others, figure by figure', () => {
    const [one, other] = [fundPosition(balances, '2016-17'), fundPosition(balances, '2017-18')];

    expect(plain(sumOf([one, other]))).toMatchObject({
      openingBalance: '2000.00',
      committed: '350.00',
      cash: '1580.00',
    });
  });

  it('is nothing where every figure is', () => {
    expect(isNothing(fundPosition([], '2017-18'))).toBe(true);
    expect(isNothing(fundPosition([of('2017-18', { bank: '1', 'received-in-advance': '-1' })], '2017-18'))).toBe(false);
  });
});
