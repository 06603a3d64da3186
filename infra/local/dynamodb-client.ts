import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';

/** What a local engine takes for credentials: it asks for some, and checks none. */
export const dummyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
export const region = 'eu-west-2';

/** A client of a local engine; where the environment has credentials, as for another endpoint, they are used. */
export function dynamodbClient(endpoint: string): DynamoDBClient {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : dummyCredentials;
  return new DynamoDBClient({
    endpoint,
    region: process.env['AWS_REGION'] ?? region,
    credentials,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000 },
  });
}

/** Whether an engine is up: false while nothing listens there yet; whatever else it says is thrown. */
export async function answers(endpoint: string): Promise<boolean> {
  const client = dynamodbClient(endpoint);
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }));
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED') return false;
    throw cause;
  } finally {
    client.destroy();
  }
}
