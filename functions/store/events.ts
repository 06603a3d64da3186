import type { Person } from '../../domain/text.ts';
import type { Database } from './database.ts';
import { eventKey } from './keys.ts';

/** Who tried what in vain, or read what. What was done is the journal. */
export type AuditEvent = {
  readonly kind: 'refused' | 'read';
  readonly partnershipId: string;
  readonly operation: string;
  readonly path: string;
  readonly query: string;
  readonly by: Person;
  readonly requestId: string;
  /** The problem's code, where the call was refused. */
  readonly code?: string;
};

/** Adds an event; events are never changed. */
export async function recordEvent(database: Database, event: AuditEvent, now: number, id: string): Promise<void> {
  const at = new Date(now).toISOString();
  const { partnershipId, ...rest } = event;
  await database.putNew('events', { ...eventKey(partnershipId, at, id), id, at, ...rest });
}
