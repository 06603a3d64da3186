import { area } from '../http/area.ts';
import { awardBounds } from './awards.ts';
import { meetingBounds } from './meetings.ts';

/** Money out: meetings of the group, and the awards that they decide. */
export const handler = area([...meetingBounds, ...awardBounds]);
