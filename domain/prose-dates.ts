import type { FinancialYear } from './financial-year.ts';
import type { PlainDate } from './plain-date.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "6 October 2017". */
export function longDate(date: PlainDate): string {
  const [year, month = 1, day] = date.split('-').map(Number);
  return `${day} ${months[month - 1]} ${year}`;
}

/** "2017/18". */
export const yearInProse = (year: FinancialYear): string => year.replace('-', '/');

/** The number of a month as people write it, "oct", "sept" or "October", from 1; nothing for any other word. */
export function monthNamed(word: string): number | undefined {
  const written = word.toLowerCase();
  if (written === 'sept') return 9;
  const place = months
    .map((month) => month.toLowerCase())
    .findIndex((month) => [month, month.slice(0, 3)].includes(written));
  return place < 0 ? undefined : place + 1;
}
