import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item } from './items.ts';
import type { ItemKey, Range } from './keys.ts';
import type { LedgerTableName } from './tables.ts';

export type Located = { readonly table: LedgerTableName; readonly key: ItemKey };
export type Put = { readonly table: LedgerTableName; readonly item: Item; readonly condition?: Condition };
export type Condition = {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
};
export type Page = { readonly items: readonly unknown[]; readonly lastKey?: Record<string, unknown> };

const readMost = 100;

/** The few requests that this service makes of DynamoDB. All reads are consistent. */
export class Database {
  readonly #client: Pick<DynamoDBDocumentClient, 'send'>;
  readonly #tables: Readonly<Record<LedgerTableName, string>>;

  constructor(client: Pick<DynamoDBDocumentClient, 'send'>, tables: Readonly<Record<LedgerTableName, string>>) {
    this.#client = client;
    this.#tables = tables;
  }

  async get({ table, key }: Located): Promise<unknown> {
    const request = new GetCommand({ TableName: this.#tables[table], Key: key, ConsistentRead: true });
    return (await this.#client.send(request)).Item;
  }

  /** Items as they stood at one moment, in the order asked for. */
  async getTogether(located: readonly Located[]): Promise<unknown[]> {
    const TransactItems = located.map(({ table, key }) => ({ Get: { TableName: this.#tables[table], Key: key } }));
    const { Responses = [] } = await this.#client.send(new TransactGetCommand({ TransactItems }));
    return located.map((_, place) => Responses[place]?.Item);
  }

  /** Items of a table, those that exist, in no order. */
  async getMany(name: LedgerTableName, keys: readonly ItemKey[]): Promise<unknown[]> {
    const table = this.#tables[name];
    const found: unknown[] = [];
    for (let left: object[] = [...keys]; left.length > 0; ) {
      const [Keys, later] = [left.slice(0, readMost), left.slice(readMost)];
      const request = new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } });
      const { Responses, UnprocessedKeys } = await this.#client.send(request);
      found.push(...(Responses?.[table] ?? []));
      const unprocessed = UnprocessedKeys?.[table]?.Keys ?? [];
      if (unprocessed.length === Keys.length) await sleep(50);
      left = [...unprocessed, ...later];
    }
    return found;
  }

  async page(table: LedgerTableName, range: Range, after?: Partial<PageStart>): Promise<Page> {
    const { partition, prefix } = range;
    const request = new QueryCommand({
      TableName: this.#tables[table],
      ConsistentRead: true,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': partition, ...(prefix === '' ? {} : { ':prefix': prefix }) },
      ...(after?.isDescending ? { ScanIndexForward: false } : {}),
      ...(after?.limit === undefined ? {} : { Limit: after.limit }),
      ...(after?.sk === undefined ? {} : { ExclusiveStartKey: { pk: partition, sk: after.sk } }),
    });
    const { Items = [], LastEvaluatedKey } = await this.#client.send(request);
    return { items: Items, ...(LastEvaluatedKey === undefined ? {} : { lastKey: LastEvaluatedKey }) };
  }

  /** Everything in a range, a page at a time. */
  async *pages(table: LedgerTableName, range: Range, after?: string): AsyncGenerator<readonly unknown[]> {
    for (let sk = after; ; ) {
      const { items, lastKey } = await this.page(table, range, sk === undefined ? {} : { sk });
      yield items;
      if (lastKey === undefined) return;
      sk = String(lastKey['sk']);
    }
  }

  async all(table: LedgerTableName, range: Range): Promise<unknown[]> {
    return (await Array.fromAsync(this.pages(table, range))).flat();
  }

  /** One put of an item that is not there yet. */
  async putNew(table: LedgerTableName, item: Item): Promise<void> {
    await this.put({ table, item, condition: { expression: 'attribute_not_exists(pk)' } });
  }

  async put(put: Put): Promise<void> {
    await this.#client.send(new PutCommand(this.#written(put)));
  }

  /** All of it or nothing. A token's transaction is done once, however often the SDK sends it. */
  async write(puts: readonly Put[], token: string): Promise<void> {
    const TransactItems = puts.map((put) => ({ Put: this.#written(put) }));
    await this.#client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken: token }));
  }

  #written({ table, item, condition }: Put): PutCommandInput {
    return {
      TableName: this.#tables[table],
      Item: item,
      ...(condition === undefined ? {} : { ConditionExpression: condition.expression }),
      ...(condition?.names === undefined ? {} : { ExpressionAttributeNames: condition.names }),
      ...(condition?.values === undefined ? {} : { ExpressionAttributeValues: condition.values }),
    };
  }
}

type PageStart = { readonly sk: string; readonly limit: number; readonly isDescending: boolean };
