import type { FinancialYear } from '../../../domain/financial-year.ts';
import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';

/** What the priorities of these years are called, by id; of one that several years have, what the last calls it. */
export async function priorityNames(
  api: Api,
  partnershipId: string,
  years: readonly FinancialYear[],
): Promise<ReadonlyMap<string, string>> {
  const inOrder = [...new Set(years)].toSorted();
  const lists = await Promise.all(inOrder.map((financialYear) => prioritiesOf(api, partnershipId, financialYear)));
  return new Map(lists.flat().map(({ id, name }) => [id, name]));
}

/** The priorities of a year; none where none were set. */
export async function prioritiesOf(api: Api, partnershipId: string, financialYear: FinancialYear) {
  try {
    return (await api.read('getPriorities', { partnershipId, financialYear })).items;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return [];
    throw error;
  }
}
