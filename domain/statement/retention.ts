import { endOf, type FinancialYear } from '../financial-year.ts';
import type { Fund } from '../fund/fund.ts';
import { addMonths, type PlainDate } from '../plain-date.ts';

/** Accounting records are kept for the current year and six more, where a fund says nothing else. */
const usualYears = 6;

/** Until when a year's records of a fund are kept at least. This service deletes none, then or ever. */
export const keptUntil = ({ retentionYears = usualYears }: Fund, year: FinancialYear): PlainDate =>
  addMonths(endOf(year), 12 * retentionYears);
