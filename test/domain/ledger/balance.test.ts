import { describe, expect, it } from 'vitest';
import {
  type Balance,
  balanceId,
  byBalance,
  debitsByQualifier,
  debitsOf,
  withPostings,
  worthOf,
} from '../../../domain/ledger/balance.ts';
import { credit, debit } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';

const money = Money.parse;
const fundId = 'partnership-fund';
const empty: Balance = { fundId, financialYear: '2017-18', amounts: {} };
const of = (financialYear: string, amounts: Record<string, string>): Balance => ({
  fundId,
  financialYear,
  amounts: Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, money(amount)])),
});

describe('a balance', () => {
  it('keeps net debits by account and what qualifies it', () => {
    const postings = [
      debit('top-slices', money('1708'), { fundId, purpose: 'dhr' }),
      debit('top-slices', money('1'), { fundId, purpose: 'dhr' }),
      debit('top-slices', money('2'), { fundId, purpose: 'hub: shared' }),
      credit('grants-receivable', money('5'), { fundId, funderId: 'essex-pcc' }),
      credit('bank', money('7'), { fundId }),
    ];

    const { amounts } = withPostings(empty, postings);

    expect(JSON.parse(JSON.stringify(amounts))).toEqual({
      'top-slices:dhr': '1709.00',
      'top-slices:hub: shared': '2.00',
      'grants-receivable:essex-pcc': '-5.00',
      bank: '-7.00',
    });
  });

  it('adds to what stands there, and leaves that as it was', () => {
    const before = of('2017-18', { bank: '10' });

    const after = withPostings(before, [credit('bank', money('4'), { fundId })]);

    expect([after.amounts['bank']?.text, before.amounts['bank']?.text]).toEqual(['6.00', '10.00']);
  });

  it('tells accounts with like names apart', () => {
    const balances = [of('2017-18', { commitments: '5', 'commitments-mirror': '-5', 'bank:x': '1' })];

    expect(debitsOf(balances, 'commitments').text).toBe('5.00');
    expect(debitsOf(balances, 'commitments', 'bank').text).toBe('6.00');
  });

  it('sums by what qualifies an account', () => {
    const balances = [of('2016-17', { 'top-slices:dhr': '1' }), of('2017-18', { 'top-slices:dhr': '2', bank: '9' })];

    expect([...debitsByQualifier(balances, 'top-slices')]).toEqual([['dhr', money('3')]]);
  });

  it('is worth what came in less what was used', () => {
    const amounts = { 'grant-income': '-100', 'top-slices:dhr': '12', 'direct-expenditure:posts': '30', bank: '58' };

    expect(worthOf([of('2017-18', amounts)]).text).toBe('58.00');
  });
});

describe('the balances in which postings fall', () => {
  const place = { fundId, grantId: 'g' };
  const postings = [
    debit('bank', money('1'), place),
    credit('received-in-advance', money('1'), place),
    debit('received-in-advance', money('1'), { ...place, on: '2018-04-01' }),
    credit('bank', money('1'), { fundId }),
  ];

  it('are by fund, year and grant', () => {
    const groups = byBalance(postings, '2018-03-31');

    expect([...groups].map(([id, group]) => [id, group.postings.length])).toEqual([
      [balanceId(fundId, '2017-18', 'g'), 2],
      [balanceId(fundId, '2018-19', 'g'), 1],
      [balanceId(fundId, '2017-18'), 1],
    ]);
  });

  it.each([
    ['2018-03-30', 0],
    ['2018-03-31', 3],
    ['2018-04-01', 4],
  ])('hold up to %s %d of them', (until, count) => {
    const groups = byBalance(postings, '2018-03-31', until);

    expect([...groups.values()].flatMap((group) => group.postings)).toHaveLength(count);
  });
});
