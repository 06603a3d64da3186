import type { Visit } from '../page/page.ts';
import { recordedNotice } from '../page/records.ts';
import type { Block } from '../page/view.ts';

/** What was done to a meeting, where the API doesn’t answer which entry of the journal says so. */
const done = {
  scheduled: 'The meeting is scheduled.',
  attended: 'The attendance is recorded.',
  opened: 'The meeting is open.',
  closed: 'The meeting is closed.',
  confirmed: 'The minutes are confirmed.',
} as const;

export const doneAt = (path: string, what: keyof typeof done): string => `${path}?done=${what}`;

export async function meetingNotice(visit: Visit<`/partnerships/{partnershipId}${string}`>): Promise<Block[]> {
  const asked = visit.request.query.get('done');
  const [, text] = Object.entries(done).find(([what]) => what === asked) ?? [];
  if (text === undefined) return recordedNotice(visit);
  return [{ kind: 'notice', look: 'success', title: 'Recorded', text }];
}
