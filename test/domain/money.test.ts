import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Money } from '../../domain/money.ts';
import { runs } from './runs.ts';

const money = (text: string): Money => Money.parse(text);
const texts = (amounts: readonly Money[]): string[] => amounts.map(String);

const pence = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const ofPence = (value: bigint): Money => {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return money(`${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
};

describe('reading money', () => {
  it.each([
    ['14235', '14235.00'],
    ['14235.5', '14235.50'],
    ['12527.00', '12527.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['-0.00', '0.00'],
    ['-0.01', '-0.01'],
    ['999999999999.99', '999999999999.99'],
  ])('takes %s as %s', (text, canonical) => {
    expect(money(text).text).toBe(canonical);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '01',
    '1.',
    '.5',
    '1.234',
    '1,000',
    '£1',
    '1e3',
    'NaN',
    'Infinity',
    '--1',
    '0x1',
    '1\n',
  ])('refuses %j', (text) => {
    expect(() => money(text)).toThrow(RangeError);
  });

  it('has one zero', () => {
    expect(money('-0.00')).toEqual(Money.zero);
    expect(money('5.00').minus(money('5.00'))).toEqual(Money.zero);
    expect(Money.zero.negated()).toEqual(Money.zero);
  });
});

describe('adding money', () => {
  it('nets the top-slice off the allocation of the report', () => {
    expect(money('14235').minus(money('1708')).text).toBe('12527.00');
  });

  it('sums a project of two funds', () => {
    expect(Money.sum([money('261573'), money('58345')]).text).toBe('319918.00');
  });

  it('keeps every penny of large sums', () => {
    const largest = money('999999999999.99');

    const sum = Money.sum(Array.from({ length: 1000 }, () => largest));

    expect(sum.text).toBe('999999999999990.00');
    expect(sum.minus(money('0.01')).text).toBe('999999999999989.99');
  });

  it('throws where a sum has more than 24 digits of pounds', () => {
    const longest = money('999999999999999999999999.99');

    expect(() => longest.plus(money('0.01'))).toThrow(RangeError);
    expect(longest.plus(money('0.00')).text).toBe('999999999999999999999999.99');
  });

  it('does not drift as binary fractions do', () => {
    expect(Money.sum(Array.from({ length: 10 }, () => money('0.10'))).text).toBe('1.00');
    expect(money('0.10').plus(money('0.20')).equals(money('0.30'))).toBe(true);
  });

  it('agrees with whole pence', () => {
    const all = fc.array(pence, { maxLength: 20 });

    fc.assert(
      fc.property(all, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0n);
        expect(Money.sum(values.map(ofPence))).toEqual(ofPence(total));
      }),
      runs(100),
    );
  });

  it('is undone by subtracting', () => {
    fc.assert(
      fc.property(pence, pence, (a, b) => {
        expect(ofPence(a).plus(ofPence(b)).minus(ofPence(b))).toEqual(ofPence(a));
        expect(ofPence(a).negated().negated()).toEqual(ofPence(a));
      }),
      runs(100),
    );
  });
});

describe('comparing money', () => {
  it('compares amounts, not text', () => {
    expect(money('9').isLessThan(money('10'))).toBe(true);
    expect(money('10').isMoreThan(money('9'))).toBe(true);
    expect(money('-10').isLessThan(money('-9'))).toBe(true);
  });

  it('orders as whole pence do', () => {
    fc.assert(
      fc.property(pence, pence, (a, b) => {
        expect(ofPence(a).isLessThan(ofPence(b))).toBe(a < b);
        expect(ofPence(a).isMoreThan(ofPence(b))).toBe(a > b);
        expect(ofPence(a).equals(ofPence(b))).toBe(a === b);
        expect(Money.min(ofPence(a), ofPence(b))).toEqual(ofPence(a < b ? a : b));
      }),
      runs(100),
    );
  });

  it.each([
    ['-0.01', { isNegative: true, isZero: false, isPositive: false }],
    ['0.00', { isNegative: false, isZero: true, isPositive: false }],
    ['0.01', { isNegative: false, isZero: false, isPositive: true }],
  ])('knows the sign of %s', (text, sign) => {
    const amount = money(text);

    expect({
      isNegative: amount.isNegative(),
      isZero: amount.isZero(),
      isPositive: amount.isPositive(),
    }).toEqual(sign);
  });

  it('refuses operators', () => {
    const [nine, ten] = [money('9'), money('10')] as unknown as [number, number];

    expect(() => nine > ten).toThrow(TypeError);
    expect(() => nine + ten).toThrow(TypeError);
    expect(() => -nine).toThrow(TypeError);
  });
});

describe('writing money', () => {
  it('is text in JSON and in templates', () => {
    expect(JSON.stringify({ amount: money('12527') })).toBe('{"amount":"12527.00"}');
    expect(`${money('7000')}`).toBe('7000.00');
  });

  it.each([
    ['12527', '£12,527.00'],
    ['999', '£999.00'],
    ['-1234567.8', '-£1,234,567.80'],
    ['999999999999.99', '£999,999,999,999.99'],
  ])('shows people %s as %s', (text, sterling) => {
    expect(money(text).toSterling()).toBe(sterling);
  });
});

describe('sharing money out', () => {
  const equally = (parts: number): number[] => Array.from({ length: parts }, () => 1);

  it('gives six areas their shares of 200,000', () => {
    const [larger, smaller] = [equally(2).map(() => '33333.34'), equally(4).map(() => '33333.33')];

    expect(texts(money('200000').split(equally(6)))).toEqual([...larger, ...smaller]);
  });

  it('halves an odd penny once', () => {
    expect(texts(money('0.01').split([1, 1]))).toEqual(['0.01', '0.00']);
  });

  it('takes 30 % of 795,706 to the penny', () => {
    expect(texts(money('795706').split([30, 70]))).toEqual(['238711.80', '556994.20']);
  });

  it('gives odd pennies to the largest remainders', () => {
    expect(texts(money('1.00').split([1, 5, 1]))).toEqual(['0.14', '0.72', '0.14']);
  });

  it('gives nothing for a weight of nothing', () => {
    expect(texts(money('0.05').split([0, 2, 0, 1]))).toEqual(['0.00', '0.03', '0.00', '0.02']);
  });

  it.each([
    ['a negative amount', '-1.00', [1]],
    ['no parts', '1.00', []],
    ['weights of nothing', '1.00', [0, 0]],
    ['a negative weight', '1.00', [2, -1]],
    ['a fraction of a weight', '1.00', [0.5, 0.5]],
    ['more than can be counted', '1.00', [Number.MAX_SAFE_INTEGER, 1]],
  ])('refuses %s', (_, amount, weights) => {
    expect(() => money(amount).split(weights)).toThrow(RangeError);
  });

  it('is exact at the largest amounts and weights', () => {
    const whole = money('999999999999999999999999.99');

    const parts = whole.split([Number.MAX_SAFE_INTEGER - 3, 1, 2]);

    expect(Money.sum(parts)).toEqual(whole);
    expect(texts(parts)).toEqual(['999999999999999666933092.60', '111022302.46', '222044604.93']);
  });

  it('sums to the whole, each part within a penny of its exact share', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 14n });
    const shares = fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }).filter((all) => all.some((one) => one > 0));

    fc.assert(
      fc.property(amounts, shares, (amount, weights) => {
        const parts = ofPence(amount).split(weights);
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
        expect(Money.sum(parts)).toEqual(ofPence(amount));
        for (const [place, part] of parts.entries()) {
          const exactTimesTotal = amount * BigInt(weights[place] ?? 0);
          const off = BigInt(part.text.replace('.', '')) * total - exactTimesTotal;
          expect(off > -total && off < total).toBe(true);
        }
      }),
      runs(100),
    );
  });
});

describe('a percentage of money', () => {
  it.each([
    ['1000.00', 10, '100.00'],
    ['1000.05', 10, '100.00'],
    ['1000.19', 10, '100.01'],
    ['0.09', 10, '0.00'],
    ['795706.00', 30, '238711.80'],
    ['999999999999999999999999.99', 100, '999999999999999999999999.99'],
    ['1000.00', 0, '0.00'],
    ['-1000.00', 10, '0.00'],
  ])('of %s at %s % is rounded down to the penny, and nothing of a debt: %s', (amount, percent, part) => {
    expect(Money.parse(amount).percentage(percent).text).toBe(part);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('is not taken at %s', (percent) => {
    expect(() => Money.parse('1000.00').percentage(percent)).toThrow(RangeError);
  });
});
