import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';

/** What a local engine takes for credentials: it asks for some, and checks none. */
export const dummyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
export const region = 'eu-west-2';

/** A client with the keys in the environment, as an engine of somebody else's may need them, or else with dummies. */
export function dynamodbClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: process.env['AWS_REGION'] ?? region,
    credentials: credentialsFrom(process.env),
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

function credentialsFrom(environment: Readonly<Record<string, string | undefined>>) {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  const { AWS_SESSION_TOKEN: sessionToken } = environment;
  if (!accessKeyId || !secretAccessKey) return dummyCredentials;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
