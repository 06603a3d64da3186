import { financialYearOf, yearsBetween } from '../../../domain/financial-year.ts';
import { addMonths, earliestDate, type PlainDate } from '../../../domain/plain-date.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { nothingChosen, type Option } from '../form/field.ts';

/** Every year that a grant can be of, the latest first: from the Act to ten years ahead. */
export function yearOptions(today: PlainDate): Option[] {
  const years = yearsBetween(financialYearOf(earliestDate), financialYearOf(addMonths(today, 120)));
  return [nothingChosen, ...years.toReversed().map((year) => ({ value: year, text: yearInProse(year) }))];
}
