import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { partitionKey, sortKey, type TableName, tables } from '../../functions/store/tables.ts';
import { dynamodbClient } from './dynamodb-client.ts';

export type TableNames = Readonly<Record<TableName, string>>;

/** Long, because another engine may hold other people's tables too. */
const usualNames = {
  records: 'community-safety-funding-records',
  journal: 'community-safety-funding-journal',
  events: 'community-safety-funding-events',
  sessions: 'community-safety-funding-sessions',
} satisfies TableNames;

/** Creates the tables that are not there yet, from the definition that CDK deploys too, and gives their names. */
export async function createTables(endpoint: string, names: Partial<TableNames> = {}): Promise<TableNames> {
  const all: TableNames = { ...usualNames, ...names };
  const client = dynamodbClient(endpoint);
  try {
    for (const key of Object.keys(tables).filter(isTableName)) {
      await createTable(client, all[key], tables[key].timeToLive);
    }
  } finally {
    client.destroy();
  }
  return all;
}

/** The environment variables through which the store finds its tables. */
export function tableEnvironment(names: TableNames): Record<string, string> {
  const keys = Object.keys(tables).filter(isTableName);
  return Object.fromEntries(keys.map((key) => [tables[key].environment, names[key]]));
}

function isTableName(key: string): key is TableName {
  return Object.hasOwn(tables, key);
}

async function createTable(client: DynamoDBClient, TableName: string, timeToLive: string | undefined): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        KeySchema: [
          { AttributeName: partitionKey, KeyType: 'HASH' },
          { AttributeName: sortKey, KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (cause) {
    if (!(cause instanceof ResourceInUseException)) throw cause;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { TableName });
  if (timeToLive !== undefined) await expire(client, TableName, timeToLive);
}

/** Not every engine has it, and none may set it twice. Nothing depends on it here but how long old records linger. */
async function expire(client: DynamoDBClient, TableName: string, AttributeName: string): Promise<void> {
  const TimeToLiveSpecification = { AttributeName, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification })).catch(() => undefined);
}
