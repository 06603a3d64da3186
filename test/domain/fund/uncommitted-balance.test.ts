import { describe, expect, it } from 'vitest';
import { assertAvailable, uncommittedBalance } from '../../../domain/fund/uncommitted-balance.ts';
import type { Balance } from '../../../domain/ledger/balance.ts';
import { lowestAtYearEnds } from '../../../domain/ledger/year-ends.ts';
import { Money } from '../../../domain/money.ts';

const money = Money.parse;
const of = (financialYear: string, amounts: Record<string, string>): Balance => ({
  fundId: 'partnership-fund',
  financialYear,
  amounts: Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, money(amount)])),
});

describe('the uncommitted balance', () => {
  const balances = [
    of('2015-16', { 'grant-income': '-1000', commitments: '100' }),
    of('2016-17', { 'direct-expenditure:posts': '700' }),
    of('2018-19', { 'grant-income': '-500' }),
  ];

  it.each([
    ['2014-15', '0.00'],
    ['2015-16', '900.00'],
    ['2016-17', '200.00'],
    ['2017-18', '200.00'],
    ['2018-19', '700.00'],
  ])('at the end of %s is everything up to then, less what is committed: %s', (year, amount) => {
    const toDate = balances.filter(({ financialYear }) => financialYear <= year);

    expect(uncommittedBalance(toDate).text).toBe(amount);
  });

  it.each([
    ['2014-06-01', '2014-15', '0.00'],
    ['2015-06-01', '2016-17', '200.00'],
    ['2018-03-31', '2017-18', '200.00'],
    ['2018-04-01', '2018-19', '700.00'],
    ['2019-06-01', '2019-20', '700.00'],
  ])('is lowest from %s on at the end of %s', (from, financialYear, amount) => {
    expect(lowestAtYearEnds(balances, from, uncommittedBalance)).toEqual({ financialYear, amount: money(amount) });
  });

  it('is what may be taken, and no penny more', () => {
    const take = (amount: string) => () => assertAvailable('Fund', balances, '2015-06-01', money(amount));

    expect(take('200')).not.toThrow();
    expect(take('200.01')).toThrow('insufficient-funds');
  });
});
