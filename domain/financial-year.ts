import { z } from 'zod';
import { addMonths, type DateLimits, earliestDate, type PlainDate } from './plain-date.ts';

/** A financial year from 1 April to 31 March, "2017-18". Years compare as text. */
export const FinancialYear = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-\d{2}$/, 'Write a financial year such as 2017-18.')
  .refine((year) => financialYearOf(startOf(year)) === year, 'The second year of a financial year follows the first.');
export type FinancialYear = string;

/** A year that a partnership can have: from the Act to ten years ahead. */
export const plausibleYear = ({ today }: DateLimits) => {
  const [earliest, latest] = [financialYearOf(earliestDate), financialYearOf(addMonths(today, 120))];
  return FinancialYear.refine(
    (year) => year >= earliest && year <= latest,
    `Financial years run from ${earliest} to ${latest}.`,
  );
};

export function financialYearOf(date: PlainDate): FinancialYear {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

/** 1 April. */
export const startOf = (year: FinancialYear): PlainDate => `${year.slice(0, 4)}-04-01`;

/** 31 March. */
export const endOf = (year: FinancialYear): PlainDate => `${Number(year.slice(0, 4)) + 1}-03-31`;

export const previousYear = (year: FinancialYear): FinancialYear => financialYearOf(addMonths(startOf(year), -12));

/** The date itself, or the nearest day of the year where it lies outside. */
export function nearestDayIn(year: FinancialYear, date: PlainDate): PlainDate {
  if (date < startOf(year)) return startOf(year);
  return date > endOf(year) ? endOf(year) : date;
}

export const isWithin = (year: FinancialYear, date: PlainDate): boolean => financialYearOf(date) === year;

/** Every year from the first to the last, both included; none where the last is earlier. */
export function yearsBetween(first: FinancialYear, last: FinancialYear): FinancialYear[] {
  const years: FinancialYear[] = [];
  for (let year = first; year <= last; year = financialYearOf(addMonths(startOf(year), 12))) years.push(year);
  return years;
}
