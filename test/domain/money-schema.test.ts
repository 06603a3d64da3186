import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Money } from '../../domain/money.ts';
import { Amount, AmountOrZero, MoneyText } from '../../domain/money-schema.ts';

describe('an amount as entered', () => {
  it.each([
    ['14235', '14235.00'],
    ['14235.5', '14235.50'],
    ['0.01', '0.01'],
    ['999999999999.99', '999999999999.99'],
  ])('takes %s as %s', (text, canonical) => {
    expect(Amount.parse(text)).toEqual(Money.parse(canonical));
  });

  it.each([
    14235,
    '12.345',
    '1000000000000',
    '-1.00',
    '+1.00',
    '-0',
    '1e3',
    '01.00',
    '1.',
    ' 1.00',
    '1,000.00',
    '£1',
    '',
    null,
    { text: '1.00' },
  ])('refuses %j', (given) => {
    expect(Amount.safeParse(given).success).toBe(false);
    expect(AmountOrZero.safeParse(given).success).toBe(false);
  });

  it.each(['0', '0.0', '0.00'])('takes %s only where nothing needs to move', (text) => {
    expect(Amount.safeParse(text).success).toBe(false);
    expect(AmountOrZero.parse(text)).toEqual(Money.zero);
  });
});

describe('an amount as stored', () => {
  it.each(['0.00', '12527.00', '-0.01', '999999999999999999999999.99'])('round trips %s', (text) => {
    expect(z.encode(MoneyText, MoneyText.parse(text))).toBe(text);
  });

  it.each(['12527', '12527.0', '1.234', '01.00', '+1.00', '-0.00', '1000000000000000000000000.00', 12527, ''])(
    'refuses %j',
    (given) => {
      expect(MoneyText.safeParse(given).success).toBe(false);
    },
  );
});
