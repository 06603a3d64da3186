import { z } from 'zod';

/** A calendar date in Europe/London, "2017-10-06". Dates compare as text. */
export const PlainDate = z.iso.date('Write a real calendar date such as 2017-10-06.').regex(/^[1-9]/);
export type PlainDate = z.infer<typeof PlainDate>;

/** The Crime and Disorder Act 1998, which made partnerships, received Royal Assent on this day. */
export const earliestDate: PlainDate = '1998-07-31';

/** What today is decides which dates are plausible. */
export type DateLimits = { readonly today: PlainDate };

/** A date on which something has happened: from the Act to today. */
export const happened = ({ today }: DateLimits) =>
  PlainDate.refine(
    (date) => date >= earliestDate && date <= today,
    `This has happened, so it is dated from ${earliestDate} to today, ${today}.`,
  ).meta({ description: `Has happened: from ${earliestDate} to today in London.` });

/** A date on which something is planned: from the Act to ten years ahead. */
export const planned = ({ today }: DateLimits) => {
  const latest = addMonths(today, 120);
  return PlainDate.refine(
    (date) => date >= earliestDate && date <= latest,
    `Plans are dated from ${earliestDate} to ten years ahead, ${latest}.`,
  ).meta({ description: `Is planned: from ${earliestDate} to ten years ahead.` });
};

/** The same day of a later month; its last day where the month is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return format(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
}

/** So many days later. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

export const earliestOf = (first: PlainDate, second: PlainDate): PlainDate => (first < second ? first : second);

export const latestOf = (first: PlainDate, ...others: readonly PlainDate[]): PlainDate =>
  others.reduce((latest, date) => (date > latest ? date : latest), first);

/** The date in London at an instant written in ISO 8601. */
export function londonDate(instant: string): PlainDate {
  const parts = london.formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const format = (year: number, month: number, day: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
