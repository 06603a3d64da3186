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
