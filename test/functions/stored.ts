import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { digest } from '../../functions/store/digest.ts';
import type { TableName } from '../../functions/store/tables.ts';
import type { TestTables } from '../api.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into items of every shape.
export type StoredItem = Record<string, any>;

/** Every item of a table, in order of key. */
export async function storedItems({ client, names }: TestTables, table: TableName): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  for (let from: StoredItem | undefined; ; ) {
    const start = from === undefined ? {} : { ExclusiveStartKey: from };
    const page = await client.send(new ScanCommand({ TableName: names[table], ConsistentRead: true, ...start }));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
    if (from === undefined) return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

const keyOf = ({ pk, sk }: StoredItem): string => `${pk} ${sk}`;

/** Everything that a command could change: the records, the first answers and the journal. */
export async function ledgerDigest(tables: TestTables): Promise<string> {
  return digest([await storedItems(tables, 'records'), await storedItems(tables, 'journal')]);
}

/** Where a partnership's journal ends, as it is stored; 0 where there is none. */
export async function headSequence({ client, names }: TestTables, partnershipId: string): Promise<number> {
  const Key = { pk: `P#${partnershipId}`, sk: 'HEAD' };
  const { Item } = await client.send(new GetCommand({ TableName: names.records, Key, ConsistentRead: true }));
  return Item?.['head']?.sequence ?? 0;
}
