import { area } from '../http/area.ts';
import { yearEndBounds } from './year-end.ts';

/** What closes a year, and what opens it again. */
export const handler = area(yearEndBounds);
