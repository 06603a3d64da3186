import { z } from 'zod';
import { debited } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { AnswerOf } from '../api/api.ts';
import type { Visit } from '../page/page.ts';

type Entry = AnswerOf<'listEntries'>['items'][number];
export type Returned = {
  readonly on: PlainDate;
  readonly type: Entry['type'];
  /** What is owed to the funder more for it; less, where it is negative. */
  readonly owed: Money;
  readonly sequence: number;
  readonly reversedBy?: number | undefined;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
};
export type Returns = { readonly all: readonly Returned[]; readonly cursor: string | undefined };

// Each reads some thousands of entries: together they take no longer than a person waits.
const mostReads = 8;

/** What the journal says was to go back to the funder of a grant, and went. A long journal takes several pages. */
export async function readReturns(
  { api, request }: Pick<Visit, 'api' | 'request'>,
  { partnershipId, grantId }: { readonly partnershipId: string; readonly grantId: string },
): Promise<Returns> {
  const all: Returned[] = [];
  let cursor = request.query.get('cursor') ?? undefined;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const query = { account: 'repayable-to-funder', grantId, limit: '100', cursor };
    const { items, nextCursor } = await api.read('listEntries', { partnershipId }, query);
    all.push(...items.map((entry) => returnedBy(entry, grantId)));
    cursor = nextCursor ?? undefined;
    if (cursor === undefined) break;
  }
  return { all, cursor };
}

const Told = z.looseObject({
  paymentReference: z.string().optional(),
  bankReference: z.string().optional(),
  note: z.string().optional(),
});

function returnedBy({ type, facts, postings, effectiveOn, sequence, reversedBy }: Entry, grantId: string): Returned {
  const own = postings.filter((posting) => posting.account === 'repayable-to-funder' && posting.grantId === grantId);
  const { data: { paymentReference, bankReference, note } = {} } = Told.safeParse(facts);
  return {
    on: own[0]?.on ?? effectiveOn,
    type,
    owed: Money.sum(own.map(debited)).negated(),
    sequence,
    reversedBy,
    reference: paymentReference ?? bankReference,
    note,
  };
}
