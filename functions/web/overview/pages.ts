import { overviewPage, partnershipPage } from './overview.ts';

export const overviewPages = {
  partnership: partnershipPage,
  overview: overviewPage,
};
