import { z } from 'zod';
import { Person } from '../../domain/text.ts';
import type { Database } from './database.ts';
import { eventKey, eventsPartition } from './keys.ts';

/** Who tried what in vain, or read what. What was done is the journal. */
export const AuditEvent = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(['refused', 'read']),
  operation: z.string(),
  path: z.string(),
  query: z.string(),
  by: Person,
  requestId: z.string(),
  /** The problem's code, where the call was refused. */
  code: z.string().exactOptional(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

type NewEvent = Omit<AuditEvent, 'id' | 'at'> & { readonly partnershipId: string };

/** Adds an event; events are never changed. */
export async function recordEvent(database: Database, event: NewEvent, now: number, id: string): Promise<void> {
  const at = new Date(now).toISOString();
  const { partnershipId, ...rest } = event;
  await database.putNew('events', { ...eventKey(partnershipId, at, id), id, at, ...rest });
}

/** From one moment to another, both included. */
export type Span = { readonly from: string; readonly to: string };

type Wanted = {
  readonly span: Span;
  readonly isWanted: (event: AuditEvent) => boolean;
  readonly before: string | undefined;
  readonly limit: number;
};

// One answer looks through no more than this, however rare what is sought.
const pagesAtOnce = 24;

/** A partnership's events, the newest first; they stand by month. */
export async function eventsPage(
  database: Database,
  partnershipId: string,
  { span, isWanted, before, limit }: Wanted,
): Promise<{ readonly events: readonly AuditEvent[]; readonly nextBefore: string | undefined }> {
  const events: AuditEvent[] = [];
  // Sorts after every event of its moment.
  let seen = before ?? `${span.to}~`;
  for (let pages = 0; pages < pagesAtOnce; pages += 1) {
    const range = { partition: eventsPartition(partnershipId, seen), prefix: '' };
    const { items, lastKey } = await database.page('events', range, { sk: seen, isDescending: true });
    for (const item of items) {
      const event = AuditEvent.parse(item);
      if (event.at < span.from) return { events, nextBefore: undefined };
      if (isWanted(event)) {
        if (events.length === limit) return { events, nextBefore: seen };
        events.push(event);
      }
      seen = `${event.at}#${event.id}`;
    }
    if (lastKey === undefined) seen = endOfMonthBefore(seen);
    if (seen < span.from) return { events, nextBefore: undefined };
  }
  return { events, nextBefore: seen };
}

function endOfMonthBefore(moment: string): string {
  const [year = 0, month = 1] = moment.split('-').map(Number);
  const [of, last] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${of}-${String(last).padStart(2, '0')}-99`;
}
