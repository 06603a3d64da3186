import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  earliestOf,
  happened,
  latestOf,
  londonDate,
  PlainDate,
  planned,
} from '../../domain/plain-date.ts';
import { runs } from './runs.ts';

describe('a plain date', () => {
  it.each(['2017-10-06', '2016-02-29', '2000-02-29', '1998-07-31'])('may be %s', (date) => {
    expect(PlainDate.parse(date)).toBe(date);
  });

  it.each([
    '2017-02-29',
    '1900-02-29',
    '2017-04-31',
    '2017-13-01',
    '2017-00-10',
    '2017-1-1',
    '17-01-01',
    '0017-01-01',
    '2017-10-06T00:00:00Z',
    ' 2017-10-06',
    '2017/10/06',
    '20171006',
    '',
    20171006,
  ])('is not %j', (date) => {
    expect(PlainDate.safeParse(date).success).toBe(false);
  });
});

describe('what has happened', () => {
  const schema = happened({ today: '2018-06-30' });

  it.each(['1998-07-31', '2018-06-30'])('may be dated %s', (date) => {
    expect(schema.parse(date)).toBe(date);
  });

  it.each(['1998-07-30', '2018-07-01', '2017-02-29'])('is not dated %s', (date) => {
    expect(schema.safeParse(date).success).toBe(false);
  });
});

describe('what is planned', () => {
  const schema = planned({ today: '2018-06-30' });

  it.each(['1998-07-31', '2018-07-01', '2028-06-30'])('may be dated %s', (date) => {
    expect(schema.parse(date)).toBe(date);
  });

  it.each(['1998-07-30', '2028-07-01'])('is not dated %s', (date) => {
    expect(schema.safeParse(date).success).toBe(false);
  });
});

describe('adding months', () => {
  it.each([
    ['2017-05-02', 6, '2017-11-02'],
    ['2017-11-02', 6, '2018-05-02'],
    ['2017-10-31', 1, '2017-11-30'],
    ['2017-10-31', 2, '2017-12-31'],
    ['2018-01-31', 1, '2018-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2016-02-29', 12, '2017-02-28'],
    ['2016-02-29', 48, '2020-02-29'],
    ['2017-12-31', 0, '2017-12-31'],
    ['2017-03-31', -1, '2017-02-28'],
    ['2017-01-15', -1, '2016-12-15'],
    ['1900-01-31', 1, '1900-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
  ])('to %s: %d later is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it('gives real dates in order', () => {
    const days = fc.date({ min: new Date('1998-07-31'), max: new Date('2050-12-31'), noInvalidDate: true });

    fc.assert(
      fc.property(days, fc.nat(240), (day, months) => {
        const date = day.toISOString().slice(0, 10);
        const later = addMonths(date, months);
        expect(PlainDate.safeParse(later).success).toBe(true);
        expect(later >= date && later < addMonths(date, months + 1)).toBe(true);
      }),
      runs(100),
    );
  });
});

describe('the date in London', () => {
  it.each([
    ['2017-10-06T12:00:00Z', '2017-10-06'],
    ['2017-12-31T23:59:59.999Z', '2017-12-31'],
    ['2018-03-31T22:59:59Z', '2018-03-31'],
    ['2018-03-31T23:00:00Z', '2018-04-01'],
    ['2018-01-31T23:30:00Z', '2018-01-31'],
    ['2018-03-25T00:59:59Z', '2018-03-25'],
    ['2018-07-31T23:00:00.000Z', '2018-08-01'],
    ['2017-10-28T23:30:00Z', '2017-10-29'],
    ['2017-10-29T23:30:00Z', '2017-10-29'],
  ])('at %s is %s', (instant, date) => {
    expect(londonDate(instant)).toBe(date);
  });
});

describe('the latest of some dates', () => {
  it('is the last day, wherever it stands', () => {
    expect(latestOf('2017-04-01')).toBe('2017-04-01');
    expect(latestOf('2017-04-01', '2018-03-31', '2017-12-31')).toBe('2018-03-31');
    expect(latestOf('2018-03-31', '2017-04-01')).toBe('2018-03-31');
  });
});

describe('so many days later', () => {
  it.each([
    ['2017-10-06', 0, '2017-10-06'],
    ['2017-10-06', 1, '2017-10-07'],
    ['2017-12-31', 1, '2018-01-01'],
    ['2018-02-28', 1, '2018-03-01'],
    ['2016-02-28', 1, '2016-02-29'],
    ['2017-09-01', 120, '2017-12-30'],
    ['2017-10-28', 2, '2017-10-30'],
    ['2017-09-01', 366, '2018-09-02'],
    ['2018-03-01', -1, '2018-02-28'],
  ])('than %s by %s is %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later);
  });
});

describe('the earlier of two dates', () => {
  it('is that of the two, wherever it stands', () => {
    expect(earliestOf('2017-04-01', '2018-03-31')).toBe('2017-04-01');
    expect(earliestOf('2018-03-31', '2017-04-01')).toBe('2017-04-01');
    expect(earliestOf('2017-04-01', '2017-04-01')).toBe('2017-04-01');
  });
});
