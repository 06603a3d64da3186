import { describe, expect, it } from 'vitest';
import { readAmount } from '../../../domain/bank/read-amount.ts';
import { money } from './bank-builders.ts';

describe('an amount of the bank', () => {
  it.each([
    ['1,234.50', '1234.50', undefined],
    ['£1,234.50', '1234.50', undefined],
    ['1234.5', '1234.50', undefined],
    ['1,234,567', '1234567.00', undefined],
    ['0045.00', '45.00', undefined],
    ['0.00', '0.00', undefined],
    ['999999999999.99', '999999999999.99', undefined],
    ['-45.00', '45.00', 'out'],
    ['\u221245.00', '45.00', 'out'],
    ['-£45.00', '45.00', 'out'],
    ['£-45.00', '45.00', 'out'],
    ['- £ 45.00', '45.00', 'out'],
    ['(45.00)', '45.00', 'out'],
    ['(£1,045.00)', '1045.00', 'out'],
    ['45.00 DR', '45.00', 'out'],
    ['45.00dr', '45.00', 'out'],
    ['45.00 CR', '45.00', 'in'],
    ['+45.00', '45.00', 'in'],
  ] as const)('may be written %s', (text, amount, direction) => {
    const expected = { amount: money(amount), ...(direction === undefined ? {} : { direction }) };

    expect(readAmount(text)).toEqual({ value: expected });
  });

  it.each(['1.005', '1.000', '-45.001', '(0.125)', '£1,234.567 CR'])('is never rounded from %s', (text) => {
    expect(readAmount(text)).toEqual({ problem: 'has more than two decimal places, and amounts are never rounded' });
  });

  it.each([
    ...['', 'x', '.50', '45.', '1,23.45', '1.234,50', '12,34', '1 234.50', '$45.00', '€45', '45.00-', '1.2E+05'],
    ...['(45.00', '45.00)', '45.00 XR', 'CR', '--45', '£', '١٢'],
  ])('is not %j', (text) => {
    expect(readAmount(text)).toHaveProperty('problem');
  });

  it.each(['-45.00 CR', '-45.00 DR', '(-45.00)', '(45.00) DR', '-£-45.00', '+45.00 CR'])(
    'says once which way the money went, unlike %s',
    (text) => {
      expect(readAmount(text)).toEqual({ problem: 'says twice which way the money went' });
    },
  );

  it('is no more than the ledger takes', () => {
    expect(readAmount('1,000,000,000,000.00')).toEqual({ problem: 'is more than £999,999,999,999.99' });
  });
});
