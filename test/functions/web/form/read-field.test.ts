import { describe, expect, it } from 'vitest';
import { readField } from '../../../../functions/web/form/read-field.ts';
import { valuesOf } from '../../../../functions/web/form/values.ts';

const amount = (written: string) =>
  readField({ kind: 'money', name: 'amount', label: 'Amount' }, 'amount', valuesOf([['amount', written]]));

const dated = (day: string, month: string, year: string) =>
  readField(
    { kind: 'date', name: 'paidOn', label: 'Date paid' },
    'paidOn',
    valuesOf([
      ['paidOn-day', day],
      ['paidOn-month', month],
      ['paidOn-year', year],
    ]),
  );

describe('an amount as people write it', () => {
  it.each([
    ['12', '12'],
    ['12.5', '12.5'],
    [' £1,234.50 ', '1234.50'],
    ['£ 1234', '1234'],
    ['1,234,567', '1234567'],
    ['.5', '0.5'],
    ['£.50', '0.50'],
  ])('takes %s as %s', (written, value) => {
    expect(amount(written)).toEqual({ value });
  });

  it.each([
    ['-5', '-5'],
    ['1.234', '1.234'],
    ['0', '0'],
  ])('leaves it to the API to refuse %s', (written, value) => {
    expect(amount(written)).toEqual({ value });
  });

  it.each(['1.', '£1,000.', '.', '£', '-', '12,50', '1,2345', '12 50', '1e3', 'much', '£12£', '١٢', '1.2.3'])(
    'says what an amount is where it is %s',
    (written) => {
      expect(amount(written)).toEqual({ error: 'Enter an amount in pounds, such as 12.50' });
    },
  );

  it('is asked for where nothing was written', () => {
    expect(amount('  ')).toEqual({ error: 'Enter amount' });
  });
});

describe('a date as people write it', () => {
  it.each(['10', 'oct', 'Oct', 'october', ' OCTOBER '])('takes %s for the tenth month', (month) => {
    expect(dated('6', month, '2017')).toEqual({ value: '2017-10-06' });
  });

  it('knows May, whose name has three letters', () => {
    expect(dated('1', 'May', '2026')).toEqual({ value: '2026-05-01' });
  });

  it.each(['mayhem', 'octo', 'oc', 'oct.', 'décembre', '13', '0'])('takes %s for no month', (month) => {
    expect(dated('1', month, '2026')).toEqual({ error: 'Date paid must be a real date, such as 6 10 2017.' });
  });

  it('takes no day that its month does not have', () => {
    expect(dated('31', 'feb', '2026').error).toContain('must be a real date');
  });
});
