import type { RecordOf, RecordType } from '../../domain/ledger/records.ts';
import { onlyOne } from '../../domain/ledger/records.ts';
import { found } from '../../domain/refusal.ts';
import { digest } from '../store/digest.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { recordPage } from '../store/record-lists.ts';
import type { Answer, Request } from './bound.ts';
import type { Deps } from './deps.ts';

/** One thing, with an `ETag` over what is shown, or over the revision where the thing is PUT. */
export const shown = (body: object, etag = `"${digest(body).slice(0, 32)}"`): Answer => ({
  status: 200,
  body,
  headers: { etag },
});

/** One record, or the refusal that it is not there. */
export async function getRecord<Type extends RecordType>(
  { database }: Deps,
  partnershipId: string,
  { type, id, subject }: { readonly type: Type; readonly id: string; readonly subject: string },
): Promise<RecordOf[Type]> {
  const { state, lookUp } = readerOf(database, partnershipId);
  await lookUp([{ record: type, id }]);
  return found(state.get(type, id), subject, id === onlyOne ? '' : id);
}

function readerOf(database: Deps['database'], partnershipId: string) {
  const reader = new LedgerReader(database, partnershipId);
  return { state: reader.state, lookUp: reader.lookUp.bind(reader) };
}

type Paged = { readonly limit: string; readonly cursor?: string };

/** What a cursor belongs to: this operation, this partnership, these filters. */
export function listName({ event, query }: Request<unknown, Paged, unknown>): string {
  const { limit: _, cursor: __, ...filters } = query;
  return `${event.routeKey} ${event.rawPath} ${JSON.stringify(filters)}`;
}

/** Where a page begins, as its cursor says. */
export const pageStart = (request: Request<unknown, Paged, unknown>, { cursors }: Deps): string | undefined => {
  const { cursor } = request.query;
  return cursor === undefined ? undefined : cursors.read(cursor, listName(request));
};

/** A page of a list, with the cursor of the next. */
export function page(
  request: Request<unknown, Paged, unknown>,
  { cursors }: Deps,
  items: readonly object[],
  nextAfter: string | undefined,
): Answer {
  const nextCursor = nextAfter === undefined ? null : cursors.write(nextAfter, listName(request));
  return { status: 200, body: { items, nextCursor } };
}

type Listing<Type extends RecordType> = {
  readonly partnershipId: string;
  readonly type: Type;
  readonly parent?: { readonly type: 'grant'; readonly id: string };
  readonly isWanted?: (record: RecordOf[Type]) => boolean;
  readonly show: (record: RecordOf[Type]) => object;
};

/** A page of records of one type, in order of id; of a grant where one is the parent, which must exist. */
export async function list<Type extends RecordType>(
  request: Request<unknown, Paged, unknown>,
  deps: Deps,
  { partnershipId, type, parent, isWanted, show }: Listing<Type>,
): Promise<Answer> {
  const after = pageStart(request, deps);
  const limit = Number(request.query.limit);
  const below = { ...(parent ? { parent: `${parent.id}/` } : {}), ...(isWanted ? { isWanted } : {}) };
  const [{ records, nextAfter }] = await Promise.all([
    recordPage(deps.database, partnershipId, type, { after, limit }, below),
    parent
      ? getRecord(deps, partnershipId, { ...parent, subject: parent.type })
      : getRecord(deps, partnershipId, { type: 'partnership', id: onlyOne, subject: 'partnership' }),
  ]);
  return page(request, deps, records.map(show), nextAfter);
}
