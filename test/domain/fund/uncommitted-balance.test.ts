import { describe, expect, it } from 'vitest';
import { assertAvailable, freeOn, uncommittedBalance } from '../../../domain/fund/uncommitted-balance.ts';
import type { Balance } from '../../../domain/ledger/balance.ts';
import { lowestAtYearEnds } from '../../../domain/ledger/year-ends.ts';
import { Money } from '../../../domain/money.ts';
import { DomainError } from '../../../domain/refusal.ts';
import { asJson } from '../test-ledger.ts';

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

describe('an allowance beyond the uncommitted balance', () => {
  const balances = [
    of('2017-18', { 'grant-income': '-1000.05', 'direct-expenditure:posts': '200', commitments: '300' }),
  ];
  const take = (amount: string, percent?: number) =>
    refusalOf(() =>
      assertAvailable('Fund', balances, '2017-10-06', money(amount), percent === undefined ? {} : { percent }),
    );

  it('is a percentage of the balance, commitments included', () => {
    expect(() => assertAvailable('Fund', balances, '2017-10-06', money('580.05'), { percent: 10 })).not.toThrow();
    expect(asJson(take('580.06', 10))).toEqual({
      code: 'insufficient-funds',
      of: 'Fund',
      needed: '580.06',
      available: '500.05',
      allowance: '80.00',
      financialYear: '2017-18',
    });
  });

  it('is nothing where none is given, and is then not told', () => {
    expect(() => assertAvailable('Fund', balances, '2017-10-06', money('500.05'))).not.toThrow();
    expect(take('500.06')).not.toHaveProperty('allowance');
  });

  it('is nothing of a fund that is overspent', () => {
    const overspent = [of('2017-18', { 'direct-expenditure:posts': '200' })];
    const takeFrom = () => assertAvailable('Fund', overspent, '2017-10-06', money('0.01'), { percent: 100 });

    expect(asJson(refusalOf(takeFrom))).toMatchObject({ available: '-200.00', allowance: '0.00' });
  });

  it('is tested in the year that is tightest with it', () => {
    const later = [...balances, of('2018-19', { 'direct-expenditure:posts': '790.05', commitments: '-290.05' })];
    const takeFrom = () => assertAvailable('Fund', later, '2017-10-06', money('20.01'), { percent: 100 });

    expect(asJson(refusalOf(takeFrom))).toMatchObject({ financialYear: '2018-19', allowance: '10.00' });
  });

  it('is told with what is free in the year that has least', () => {
    const later = [...balances, of('2018-19', { 'direct-expenditure:posts': '200.00', commitments: '-250' })];

    expect(asJson(freeOn(later, '2017-10-06', 10))).toEqual({
      financialYear: '2017-18',
      available: '500.05',
      allowance: '80.00',
    });
  });
});

function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
  return expect.unreachable();
}
