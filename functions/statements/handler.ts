import { area } from '../http/area.ts';
import { statementBounds } from './statements.ts';

/** What the auditor pulls: the year-end statement, as it stands and as it was certified. */
export const handler = area(statementBounds);
