import { type DateLimits, earliestDate, PlainDate } from '../plain-date.ts';
import { longDate, monthNamed } from '../prose-dates.ts';

/** What a cell says, or why it cannot be read, in words that follow its text. */
export type Cell<Value> = { readonly value: Value } | { readonly problem: string };

/** A date as banks write it. 03/04/2017 is 3 April: the day comes first, as in the United Kingdom. */
export function readDate(text: string, { today }: DateLimits): Cell<PlainDate> {
  const date = isoDate(text);
  if (date === undefined) {
    return { problem: 'is not a date such as 06/10/2017 or 6 October 2017, with the year in four digits' };
  }
  if (!PlainDate.safeParse(date).success) return { problem: 'is no day of the calendar; the day is read first' };
  if (date > today) return { problem: `is after today, ${longDate(today)}` };
  if (date < earliestDate) return { problem: `is before ${longDate(earliestDate)}, when partnerships began` };
  return { value: date };
}

function isoDate(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([-/ ])(\d{1,2}|[a-z]+)\2(\d{4})$/i.exec(text) ?? [];
  const number = /^[a-z]/i.test(month) ? String(monthNamed(month) ?? '') : month;
  return number === '' ? undefined : `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
