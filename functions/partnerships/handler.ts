import { area } from '../http/area.ts';
import { fundBounds } from './funds.ts';
import { partnershipBounds } from './partnerships.ts';
import { funderBounds, prioritiesBounds, termsBounds } from './settings.ts';

/** Partnerships and what is set up in them: terms of reference, priorities, funders, funds. */
export const handler = area([
  ...partnershipBounds,
  ...termsBounds,
  ...prioritiesBounds,
  ...funderBounds,
  ...fundBounds,
]);
