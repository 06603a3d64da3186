import { z } from 'zod';
import { onlyOne } from '../../domain/ledger/records.ts';
import type { Partnership } from '../../domain/partnership/partnership.ts';
import { createPartnership } from '../../domain/partnership/set-up.ts';
import { bind } from '../http/bound.ts';
import type { Caller } from '../http/caller.ts';
import { record } from '../http/commands.ts';
import type { Deps } from '../http/deps.ts';
import { getRecord, page, pageStart, shown } from '../http/reads.ts';
import { readRecord } from '../store/items.ts';
import { recordKey, registryPartition } from '../store/keys.ts';
import { partnershipOperations } from './operations.ts';

const showPartnership = ({ fundIds: _, closedYears: __, ...partnership }: Partnership): object => partnership;

const create = bind(partnershipOperations.createPartnership, (request, deps) =>
  record(request, deps, {
    partnershipId: request.body.id,
    scope: 'platform',
    decide: createPartnership(request.body),
    type: 'partnership-created',
    answer: (_, view) => showPartnership(view.partnership()),
  }),
);

const getOne = bind(partnershipOperations.getPartnership, async ({ parameters }, deps) => {
  const { partnershipId } = parameters;
  const sought = { type: 'partnership', id: onlyOne, subject: 'partnership' } as const;
  return shown(showPartnership(await getRecord(deps, partnershipId, sought)));
});

/** Those that the token covers: a member's own, every one for the administrator. */
const listCovered = bind(partnershipOperations.listPartnerships, async (request, deps) => {
  const after = pageStart(request, deps) ?? '';
  const limit = Number(request.query.limit);
  const ids = await coveredIds(request.caller, deps, after, limit + 1);
  const shownIds = ids.slice(0, limit);
  const items = await deps.database.getMany(
    'records',
    shownIds.map((id) => recordKey(id, 'partnership', onlyOne)),
  );
  const partnerships = items.map(readRecord).flatMap((item) => (item.type === 'partnership' ? [item.value] : []));
  const sorted = partnerships.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return page(request, deps, sorted.map(showPartnership), ids.length > limit ? shownIds.at(-1) : undefined);
});

const RegistryItem = z.object({ sk: z.string() });

async function coveredIds({ isAdministrator, roles }: Caller, { database }: Deps, after: string, most: number) {
  if (!isAdministrator)
    return [...roles.keys()]
      .filter((id) => id > after)
      .toSorted()
      .slice(0, most);
  const from = { limit: most, ...(after === '' ? {} : { sk: after }) };
  const { items } = await database.page('records', { partition: registryPartition, prefix: '' }, from);
  return items.map((item) => RegistryItem.parse(item).sk);
}

export const partnershipBounds = [create, getOne, listCovered];
