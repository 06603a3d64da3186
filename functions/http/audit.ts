import { OutOfTime } from '../store/command.ts';
import { recordEvent } from '../store/events.ts';
import type { Event } from './bound.ts';
import type { Caller } from './caller.ts';
import { logger } from './chain.ts';
import type { Deps } from './deps.ts';

const eventOf = (event: Event, { person }: Caller) => ({
  // A partnership that cannot exist has no events of its own.
  partnershipId: /^[a-z0-9][a-z0-9-]{0,62}$/.exec(event.pathParameters?.['partnershipId'] ?? '')?.[0] ?? 'platform',
  operation: event.routeKey,
  path: event.rawPath.slice(0, 1000),
  query: event.rawQueryString.slice(0, 1000),
  by: person,
  requestId: event.requestContext.requestId,
});

/** Nobody reads the books unseen: a read whose event cannot be written is not answered. */
export async function recordRead(event: Event, caller: Caller, deps: Deps): Promise<void> {
  try {
    await recordEvent(deps.database, { ...eventOf(event, caller), kind: 'read' }, deps.now(), deps.newId());
  } catch (cause) {
    throw new OutOfTime('the read could not be recorded', { cause });
  }
}

export async function recordRefusal(event: Event, caller: Caller, deps: Deps, code: string): Promise<void> {
  try {
    await recordEvent(deps.database, { ...eventOf(event, caller), kind: 'refused', code }, deps.now(), deps.newId());
  } catch (cause) {
    logger.error('a refusal could not be recorded', { cause });
  }
}
