import { area } from '../http/area.ts';
import { grantBounds } from './grants.ts';
import { spendingBounds } from './spending.ts';

/** Money in: grants and what happens to them; direct expenditure; shared funds. */
export const handler = area([...grantBounds, ...spendingBounds]);
