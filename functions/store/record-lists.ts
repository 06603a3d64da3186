import { Buffer } from 'node:buffer';
import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import type { RecordOf, RecordType } from '../../domain/ledger/records.ts';
import type { Database } from './database.ts';
import { putInto, RecordItem, readRecord } from './items.ts';
import { recordRange } from './keys.ts';

export type RecordPage<Type extends RecordType> = {
  readonly records: readonly RecordOf[Type][];
  /** The sort key after which the next page begins. */
  readonly nextAfter: string | undefined;
};

// Lambda hands on 6 MB at most; other records than these follow with the next page.
const answerBytes = 2_000_000;

type From = { readonly after: string | undefined; readonly limit: number };

/** A page of the records of a type, in order of id; those below a parent, and those that a filter keeps, where given. */
export async function recordPage<Type extends RecordType>(
  database: Database,
  partnershipId: string,
  type: Type,
  { after, limit }: From,
  { parent = '', isWanted = () => true }: { parent?: string; isWanted?: (record: RecordOf[Type]) => boolean } = {},
): Promise<RecordPage<Type>> {
  const range = recordRange(partnershipId, type, parent);
  const records: RecordOf[Type][] = [];
  let seen = after;
  let bytes = 0;
  for (;;) {
    const from = { limit: limit + 1, ...(seen === undefined ? {} : { sk: seen }) };
    const { items, lastKey } = await database.page('records', range, from);
    for (const item of items) {
      const { sk } = RecordItem.parse(item);
      const record = recordOf(type, item);
      if (record !== undefined && isWanted(record)) {
        bytes += Buffer.byteLength(JSON.stringify(record));
        const isFull = records.length === limit || (records.length > 0 && bytes > answerBytes);
        if (isFull) return { records, nextAfter: seen };
        records.push(record);
      }
      seen = sk;
    }
    if (lastKey === undefined) return { records, nextAfter: undefined };
  }
}

/** The record where it is of this type: a fund's balances stand among the funds. */
function recordOf<Type extends RecordType>(type: Type, item: unknown): RecordOf[Type] | undefined {
  const state = new LedgerState('complete');
  const record = readRecord(item);
  if (record.type !== type) return undefined;
  putInto(state, [item]);
  return state.get(type, record.id);
}
