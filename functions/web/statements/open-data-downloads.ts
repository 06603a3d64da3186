import { page } from '../page/page.ts';
import { handedOn } from './handed-on.ts';

/** All awards as 360Giving open data. */
export const openDataDownload = page({
  path: '/partnerships/{partnershipId}/open-data/360giving',
  access: 'member',
  get: async ({ api, parameters }) => {
    const response = await api.fetch('getOpenData', parameters, {}, { redirect: 'manual' });
    return handedOn(response, `${parameters.partnershipId}-360giving.json`);
  },
});

/** A year's list for the Transparency Code. */
export const transparencyDownload = page({
  path: '/partnerships/{partnershipId}/open-data/transparency',
  access: 'member',
  get: async ({ api, parameters, request }) => {
    const financialYear = request.query.get('financialYear') ?? undefined;
    const response = await api.fetch('getTransparencyList', parameters, { financialYear }, { redirect: 'manual' });
    return handedOn(response, `${parameters.partnershipId}-grants.csv`);
  },
});
