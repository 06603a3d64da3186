import { describe, expect, it } from 'vitest';
import {
  Account,
  balances,
  credit,
  debit,
  debited,
  mirrored,
  type Posting,
  postedIn,
} from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';

const ten = Money.parse('10');
const fund = { fundId: 'partnership-fund' };
const on = '2017-05-02';

describe('a posting', () => {
  it('is a debit, or a credit that counts against it', () => {
    expect(debited(debit('bank', ten, fund)).text).toBe('10.00');
    expect(debited(credit('bank', ten, fund)).text).toBe('-10.00');
  });

  it('counts in the year of the entry, or of its own date', () => {
    expect(postedIn(debit('bank', ten, fund), '2018-03-31')).toBe('2017-18');
    expect(postedIn(debit('bank', ten, { ...fund, on: '2018-04-01' }), '2018-03-31')).toBe('2018-19');
  });
});

describe('mirroring a posting', () => {
  it.each(Account.options)('on %s turns it round and keeps its place', (account) => {
    const place = { ...fund, grantId: 'g', funderId: 'f', purpose: 'p', category: 'c' };

    expect(mirrored(debit(account, ten, place), on, on)).toEqual(credit(account, ten, place));
    expect(mirrored(credit(account, ten, place), on, on)).toEqual(debit(account, ten, place));
  });

  it.each([
    ['its own later date', '2018-04-01', '2017-06-01', '2018-04-01'],
    ['the reversal’s date once that has come', '2018-04-01', '2018-04-01', undefined],
    ['the reversal’s date where it has none', undefined, '2017-06-01', undefined],
    ['the reversal’s date where its own is earlier', '2017-04-01', '2017-06-01', undefined],
    ['the original’s date where the reversal is earlier', undefined, '2017-04-30', '2017-05-02'],
  ])('counts at %s', (_, own, reversedOn, counts) => {
    const posting = debit('bank', ten, own === undefined ? fund : { ...fund, on: own });

    expect(mirrored(posting, on, reversedOn).on).toBe(counts);
  });
});

describe('whether postings balance', () => {
  const [bank, income] = [debit('bank', ten, fund), credit('grant-income', ten, fund)];
  const later: Posting[] = [
    debit('received-in-advance', ten, { ...fund, on: '2018-04-01' }),
    credit('grants-receivable', ten, { ...fund, on: '2018-04-01' }),
  ];

  it.each<[string, Posting[]]>([
    ['none at all', []],
    ['debit and credit', [bank, income]],
    ['two dates', [bank, income, ...later]],
    ['one said twice', [bank, { ...income, on }]],
    ['commitments', [debit('commitments', ten, fund), credit('commitments-mirror', ten, fund)]],
  ])('is so with %s', (_, postings) => {
    expect(balances(postings, on)).toBe(true);
  });

  it.each<[string, Posting[]]>([
    ['one side', [bank]],
    ['a penny missing', [bank, credit('grant-income', Money.parse('9.99'), fund)]],
    ['two funds', [bank, credit('grant-income', ten, { fundId: 'other' })]],
    ['two dates', [bank, { ...income, on: '2018-04-01' }]],
    ['commitments against money', [bank, credit('commitments-mirror', ten, fund)]],
  ])('is not so across %s', (_, postings) => {
    expect(balances(postings, on)).toBe(false);
  });
});
