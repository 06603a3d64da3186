import { yearsBetween } from '../../../domain/financial-year.ts';
import type { AnswerOf, Api } from '../api/api.ts';

export type BookYear = AnswerOf<'listYears'>['items'][number];

/** The years in which something was recorded, and today's; oldest first. */
export const readYears = async (api: Api, partnershipId: string): Promise<readonly BookYear[]> =>
  (await api.read('listYears', { partnershipId })).items;

/** The same without gaps: a balance lies in the years between as well, and one after the other they are closed. */
export function withoutGaps(years: readonly BookYear[]): BookYear[] {
  const known = new Map(years.map((year) => [year.financialYear, year]));
  const [first, last] = [years[0]?.financialYear, years.at(-1)?.financialYear];
  if (first === undefined || last === undefined) return [];
  return yearsBetween(first, last).map(
    (financialYear) => known.get(financialYear) ?? { financialYear, status: 'open', versions: 0 },
  );
}
