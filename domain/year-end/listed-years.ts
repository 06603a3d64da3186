import { z } from 'zod';
import { type FinancialYear, financialYearOf } from '../financial-year.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import type { PlainDate } from '../plain-date.ts';
import { Year } from './year.ts';

/** A year of a partnership's books, and where it stands. */
export const ListedYear = Year.pick({ financialYear: true, status: true }).extend({
  /** How many times its statement was certified. */
  versions: z.int().min(0),
});
export type ListedYear = z.infer<typeof ListedYear>;

/**
 * The years in which anything was posted or decided, or that were ever closed, and today's; oldest first. What is only
 * planned, such as an instalment or a meeting to come, makes no year.
 */
export function listedYears(view: Pick<LedgerView, 'all'>, today: PlainDate): ListedYear[] {
  const records = view.all('year');
  const years = new Set([financialYearOf(today), ...records.keys(), ...postedYears(view), ...decidedYears(view)]);
  return [...years].toSorted().map((financialYear) => {
    const { status, versions } = records.get(financialYear) ?? { status: 'open', versions: [] };
    return { financialYear, status, versions: versions.length };
  });
}

/** Every grant's own year is among them: its income is posted there when it is agreed. */
const postedYears = (view: Pick<LedgerView, 'all'>): FinancialYear[] =>
  [...view.all('balance').values()].map(({ financialYear }) => financialYear);

/** A decision without an amount posts nothing, but the meeting that took it is relied on. Chair's action always posts. */
const decidedYears = (view: Pick<LedgerView, 'all'>): FinancialYear[] =>
  [...view.all('meeting').values()].flatMap(({ isReliedOn, heldOn }) => (isReliedOn ? [financialYearOf(heldOn)] : []));
