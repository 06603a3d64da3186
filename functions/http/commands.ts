import type { Decide } from '../../domain/ledger/decision.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { digest } from '../store/digest.ts';
import type { Answer, Request } from './bound.ts';
import type { Deps } from './deps.ts';
import { expectedRevision, revisionTag } from './etag.ts';
import { header } from './request.ts';

type Facts<Type extends JournalEntry['type']> = Extract<JournalEntry, { type: Type }>;

type Recording<Type extends JournalEntry['type']> = {
  readonly partnershipId: string;
  readonly decide: Decide;
  readonly type: Type;
  readonly answer: (entry: Facts<Type>, view: LedgerView) => object;
  /** Whose idempotency keys these are, where not the partnership's. */
  readonly scope?: string;
};

/** A POST: recorded once per idempotency key, or tried dry. */
export async function record<Type extends JournalEntry['type']>(
  { event, caller, sent, key, query, deadline }: Request<unknown, { dryRun: 'true' | 'false' }, unknown>,
  { store }: Deps,
  { partnershipId, decide, type, answer, scope = partnershipId }: Recording<Type>,
): Promise<Answer> {
  const isDryRun = query.dryRun === 'true';
  const method = event.requestContext.http.method;
  const requestHash = digest({ method, path: event.rawPath, query: event.rawQueryString, body: sent });
  const { status, body, isReplay } = await store.execute({
    partnershipId,
    by: caller.person,
    decide,
    once: { scope, key, requestHash },
    isDryRun,
    deadline,
    answer: (entry, view) => ({ status: 201, body: answer(ofType(entry, type), view) }),
  });
  const headers = {
    ...(isReplay ? { 'idempotent-replayed': 'true' } : {}),
    ...(isDryRun ? { 'dry-run': 'true' } : {}),
  };
  return { status, body, headers };
}

/** A PUT: makes what is not there, replaces what is where `If-Match` names it. */
export async function replace(
  { event, caller, deadline }: Request<unknown, unknown, unknown>,
  { store }: Deps,
  command: Pick<Recording<JournalEntry['type']>, 'partnershipId'> & {
    readonly decide: (expected: ReturnType<typeof expectedRevision>) => Decide;
    readonly answer: (view: LedgerView) => object;
    /** Whether it was made, where that is not for If-Match to say. */
    readonly isNew?: () => boolean;
  },
): Promise<Answer> {
  const expected = expectedRevision(header(event, 'if-match'));
  const { isNew = () => expected === undefined } = command;
  let wasNotThere = false;
  const { status, body, sequence } = await store.execute({
    partnershipId: command.partnershipId,
    by: caller.person,
    // What is there now, and wasn't when an earlier attempt decided, was made by somebody else: that race is lost.
    *decide(view, context) {
      const draft = yield* command.decide(wasNotThere ? 'nothing' : expected)(view, context);
      wasNotThere = expected === undefined;
      return draft;
    },
    isDryRun: false,
    deadline,
    answer: (_, view) => ({ status: isNew() ? 201 : 200, body: command.answer(view) }),
  });
  return { status, body, headers: { etag: revisionTag(sequence ?? 0) } };
}

function ofType<Type extends JournalEntry['type']>(entry: JournalEntry, type: Type): Facts<Type> {
  if (isOfType(entry, type)) return entry;
  throw new Error(`a command for ${type} wrote ${entry.type}`);
}

const isOfType = <Type extends JournalEntry['type']>(entry: JournalEntry, type: Type): entry is Facts<Type> =>
  entry.type === type;
