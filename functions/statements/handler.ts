import { area } from '../http/area.ts';
import { statementBounds } from './statements.ts';

/** What the auditor pulls: the year-end statement, and the proof of it. */
export const handler = area(statementBounds);
