import type { Fund } from '../../../domain/fund/fund.ts';
import { nameOn } from '../../../domain/funder/funder.ts';
import type { Receipt } from '../../../domain/grant/receipt.ts';
import type { TopSlice } from '../../../domain/grant/top-slice.ts';
import type { Variation } from '../../../domain/grant/variation.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { Visit } from '../page/page.ts';
import type { ShownGrant } from './grant-words.ts';

/** A grant with all that was recorded of it. */
export type WholeGrant = {
  readonly partnershipId: string;
  readonly today: PlainDate;
  readonly grant: ShownGrant;
  readonly fund: Pick<Fund, 'id' | 'name'>;
  /** What the funder is called today; the grant keeps the name that held when it was agreed. */
  readonly funderNow: string;
  readonly receipts: readonly Receipt[];
  readonly topSlices: readonly TopSlice[];
  readonly variations: readonly Variation[];
};

export async function readGrant({
  api,
  parameters,
  today,
}: Visit<'/partnerships/{partnershipId}/grants/{grantId}'>): Promise<WholeGrant> {
  const { partnershipId } = parameters;
  const reading = api.read('getGrant', parameters);
  const [grant, fund, funder, receipts, topSlices, variations] = await Promise.all([
    reading,
    reading.then(({ fundId }) => api.read('getFund', { partnershipId, fundId })),
    reading.then(({ funder: { id } }) => api.read('getFunder', { partnershipId, funderId: id })),
    api.all('listReceipts', parameters),
    api.all('listTopSlices', parameters),
    api.all('listVariations', parameters),
  ]);
  return { partnershipId, today, grant, fund, funderNow: nameOn(funder, today), receipts, topSlices, variations };
}
