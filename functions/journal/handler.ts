import { area } from '../http/area.ts';
import { journalBounds } from './entries.ts';

/** The journal, and corrections to it. */
export const handler = area(journalBounds);
