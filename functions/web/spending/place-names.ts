import type { Expenditure } from '../../../domain/expenditure/expenditure.ts';
import type { AnswerOf, Api } from '../api/api.ts';

/** What the funds and the grants are called that spending came from. */
export type PlaceNames = {
  readonly partnershipId: string;
  readonly funds: ReadonlyMap<string, string>;
  readonly grants: ReadonlyMap<string, string>;
};

/** Reads the grants that are named, and no others. */
export async function placeNames(
  api: Api,
  partnershipId: string,
  funds: readonly Pick<AnswerOf<'getFund'>, 'id' | 'name'>[],
  spent: readonly Pick<Expenditure, 'grantId'>[],
): Promise<PlaceNames> {
  const grantIds = [...new Set(spent.flatMap(({ grantId }) => grantId ?? []))];
  const grants = await Promise.all(grantIds.map((grantId) => api.read('getGrant', { partnershipId, grantId })));
  const named = (all: readonly { readonly id: string; readonly text: string }[]) =>
    new Map(all.map(({ id, text }) => [id, text]));
  return {
    partnershipId,
    funds: named(funds.map(({ id, name }) => ({ id, text: name }))),
    grants: named(grants.map(({ id, title }) => ({ id, text: title }))),
  };
}
