import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../domain/bank/read-date.ts';
import { longDate } from '../../../domain/prose-dates.ts';

const today = '2018-06-15';
const read = (text: string) => readDate(text, { today });

describe('a date of the bank', () => {
  it.each([
    ['06/10/2017', '2017-10-06'],
    ['6/1/2017', '2017-01-06'],
    ['06-10-2017', '2017-10-06'],
    ['06 Oct 2017', '2017-10-06'],
    ['06-Oct-2017', '2017-10-06'],
    ['6 OCTOBER 2017', '2017-10-06'],
    ['1 Sept 2017', '2017-09-01'],
    ['29 February 2016', '2016-02-29'],
    ['2017-10-06', '2017-10-06'],
    ['15/06/2018', '2018-06-15'],
    ['31/07/1998', '1998-07-31'],
  ])('may be written %s', (text, date) => {
    expect(read(text)).toEqual({ value: date });
  });

  it('has its day first where it could be read two ways', () => {
    expect(read('03/04/2017')).toEqual({ value: '2017-04-03' });
  });

  it.each(['10/25/2017', '31/04/2017', '29 Feb 2017', '2017-13-01', '00/10/2017'])('is not %s', (text) => {
    expect(read(text)).toEqual({ problem: 'is no day of the calendar; the day is read first' });
  });

  it.each(['06/10/17', '2017/10/06', '06/10-2017', 'Oct 2017', '6 Okt 2017', '43014', '2017-10-06 09:30', 'x', ''])(
    'is not read from %j',
    (text) => {
      const problem = 'is not a date such as 06/10/2017 or 6 October 2017, with the year in four digits';

      expect(read(text)).toEqual({ problem });
    },
  );

  it('is not after today', () => {
    expect(read('16/06/2018')).toEqual({ problem: 'is after today, 15 June 2018' });
  });

  it('is not before there were partnerships', () => {
    expect(read('30/07/1998')).toEqual({ problem: 'is before 31 July 1998, when partnerships began' });
  });

  it('is read back from every month as prose has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const date = `2016-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

        expect(read(longDate(date))).toEqual({ value: date });
      }),
    );
  });
});
