import { firstSequence } from '../../domain/ledger/journal-entry.ts';
import { found } from '../../domain/refusal.ts';
import { bind } from '../http/bound.ts';
import { page, pageStart } from '../http/reads.ts';
import { eventsPage } from '../store/events.ts';
import { readEntry } from '../store/items.ts';
import { entryKey } from '../store/keys.ts';
import { eventOperations as declared } from './event-operations.ts';

export const eventBounds = [
  bind(declared.listAuditEvents, async (request, deps) => {
    const { partnershipId } = request.parameters;
    const { kind, from, to, limit } = request.query;
    const first = await deps.database.get({ table: 'journal', key: entryKey(partnershipId, firstSequence) });
    const began = readEntry(found(first, 'partnership', '')).recordedAt.slice(0, 10);
    const today = new Date(deps.now()).toISOString().slice(0, 10);
    const { events, nextBefore } = await eventsPage(deps.database, partnershipId, {
      // Before its first entry there was nothing of the partnership's to read or to try.
      span: { from: laterOf(began, from), to: `${to !== undefined && to < today ? to : today}T99` },
      isWanted: (event) => kind === undefined || event.kind === kind,
      before: pageStart(request, deps),
      limit: Number(limit),
    });
    return page(request, deps, events, nextBefore);
  }),
];

const laterOf = (began: string, from = began): string => (from > began ? from : began);
