import type { FinancialYear } from '../financial-year.ts';
import type { Priorities } from '../partnership/priorities.ts';

/** What a priority is called in a year's list; else in the latest list that has it; else its id. */
export function priorityName(lists: ReadonlyMap<string, Priorities>, year: FinancialYear, id: string): string {
  const latestFirst = [...lists.values()].toSorted((a, b) => (a.financialYear > b.financialYear ? -1 : 1));
  const inOrder = [...latestFirst.filter(({ financialYear }) => financialYear === year), ...latestFirst];
  return inOrder.flatMap(({ items }) => items).find((item) => item.id === id)?.name ?? id;
}
