import { packBounds } from '../audit-pack/packs.ts';
import { area } from '../http/area.ts';
import { jobBounds } from '../jobs/jobs.ts';
import { auditBounds } from './audit.ts';
import { eventBounds } from './events.ts';

/** What proves the books: their verification, who read them, and the packs and reports that take long to make. */
export const handler = area([...auditBounds, ...eventBounds, ...packBounds, ...jobBounds]);
