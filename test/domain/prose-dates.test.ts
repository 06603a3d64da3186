import { describe, expect, it } from 'vitest';
import { longDate, yearInProse } from '../../domain/prose-dates.ts';

describe('dates in prose', () => {
  it.each([
    ['2017-10-06', '6 October 2017'],
    ['2018-01-31', '31 January 2018'],
    ['2018-12-01', '1 December 2018'],
  ])('writes %s as %s', (date, text) => {
    expect(longDate(date)).toBe(text);
  });

  it('writes a financial year with a slash', () => {
    expect(yearInProse('2017-18')).toBe('2017/18');
  });
});
