import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endOf,
  FinancialYear,
  financialYearOf,
  isWithin,
  nearestDayIn,
  plausibleYear,
  startOf,
  yearsBetween,
} from '../../domain/financial-year.ts';
import { runs } from './runs.ts';

describe('a financial year', () => {
  it.each(['2017-18', '1999-00', '2099-00', '1998-99'])('may be written %s', (year) => {
    expect(FinancialYear.parse(year)).toBe(year);
  });

  it.each(['2017-19', '2017-17', '2017-16', '1999-01', '2017/18', '2017-2018', '17-18', '2017', '0999-00', '', 2017])(
    'is not written %j',
    (year) => {
      expect(FinancialYear.safeParse(year).success).toBe(false);
    },
  );

  it('runs from 1 April to 31 March', () => {
    expect([startOf('2017-18'), endOf('2017-18')]).toEqual(['2017-04-01', '2018-03-31']);
    expect([startOf('1999-00'), endOf('1999-00')]).toEqual(['1999-04-01', '2000-03-31']);
  });

  it.each([
    ['2018-03-31', '2017-18'],
    ['2018-04-01', '2018-19'],
    ['2017-12-31', '2017-18'],
    ['2018-01-01', '2017-18'],
    ['1999-04-01', '1999-00'],
    ['2000-02-29', '1999-00'],
    ['2000-04-01', '2000-01'],
  ])('holds %s: %s', (date, year) => {
    expect(financialYearOf(date)).toBe(year);
    expect(isWithin(year, date)).toBe(true);
  });

  it('does not hold the days around it', () => {
    expect(isWithin('2017-18', '2017-03-31')).toBe(false);
    expect(isWithin('2017-18', '2018-04-01')).toBe(false);
  });

  it.each([
    ['2017-03-17', '2017-04-01'],
    ['2017-04-01', '2017-04-01'],
    ['2017-10-06', '2017-10-06'],
    ['2018-03-31', '2018-03-31'],
    ['2018-04-01', '2018-03-31'],
  ])('has as its nearest day to %s %s', (date, nearest) => {
    expect(nearestDayIn('2017-18', date)).toBe(nearest);
  });

  it('holds every day between its ends, and years follow as text does', () => {
    const days = fc.date({ min: new Date('1998-07-31'), max: new Date('2098-12-31'), noInvalidDate: true });

    fc.assert(
      fc.property(days, days, (one, other) => {
        const [a, b] = [one, other].map((day) => day.toISOString().slice(0, 10)).toSorted() as [string, string];
        const year = financialYearOf(a);
        expect(FinancialYear.parse(year)).toBe(year);
        expect(startOf(year) <= a && a <= endOf(year)).toBe(true);
        expect(financialYearOf(b) >= year).toBe(true);
        expect(nearestDayIn(year, b)).toBe(b <= endOf(year) ? b : endOf(year));
      }),
      runs(100),
    );
  });
});

describe('a year that a partnership can have', () => {
  const schema = plausibleYear({ today: '2018-06-30' });

  it.each(['1998-99', '2018-19', '2028-29'])('may be %s', (year) => {
    expect(schema.parse(year)).toBe(year);
  });

  it.each(['1997-98', '2029-30', '2017-19', 'next year'])('is not %s', (year) => {
    expect(schema.safeParse(year).success).toBe(false);
  });
});

describe('the years between two', () => {
  it.each([
    ['2017-18', '2017-18', ['2017-18']],
    ['1998-99', '2001-02', ['1998-99', '1999-00', '2000-01', '2001-02']],
    ['2018-19', '2017-18', []],
  ])('%s and %s include both', (first, last, years) => {
    expect(yearsBetween(first, last)).toEqual(years);
  });
});
