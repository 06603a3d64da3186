import { describe, expect, it } from 'vitest';
import { assertFewNames, mostNames } from '../../../domain/ledger/few-names.ts';
import { debit } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';

const [fundId, on] = ['partnership-fund', '2017-05-02'];
const one = Money.parse('1');
const spent = (category: string) => [debit('direct-expenditure', one, { fundId, category })];
const balanceOf = (count: number) => ({
  fundId,
  financialYear: '2017-18',
  amounts: Object.fromEntries(Array.from({ length: count }, (_, place) => [`direct-expenditure:${place}`, one])),
});
const adding =
  (category: string, count: number, date = on) =>
  () =>
    assertFewNames([balanceOf(count)], spent(category), date);

describe('the names in a year of a fund', () => {
  it('may be many', () => {
    expect(adding('new', mostNames - 1)).not.toThrow();
  });

  it('may not grow beyond that', () => {
    expect(adding('new', mostNames)).toThrow('too-many-names');
  });

  it('may be used again where they are too many already, and another year begins anew', () => {
    expect(adding('0', mostNames + 1)).not.toThrow();
    expect(adding('new', mostNames + 1)).toThrow('too-many-names');
    expect(adding('new', mostNames, '2018-04-01')).not.toThrow();
  });
});
