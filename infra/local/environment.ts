import { type TableNames, tableEnvironment } from './create-tables.ts';
import { dummyCredentials, region } from './dynamodb-client.ts';

/** All that the functions learn of where they run: nothing but variables, and the same ones that CDK sets. */
export function functionEnvironment(tables: TableNames, cursorKey: string): Record<string, string> {
  return {
    ...tableEnvironment(tables),
    CURSOR_KEY: cursorKey,
    POWERTOOLS_SERVICE_NAME: 'community-safety-funding',
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'WARN',
  };
}

/** Points the AWS SDK at an engine. One of our own has no use for the credentials or the profile of who starts it. */
export function useEngine(endpoint: string, isOwn: boolean): void {
  const own = {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: dummyCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: dummyCredentials.secretAccessKey,
  };
  if (isOwn) for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name];
  const hasCredentials = Boolean(process.env['AWS_ACCESS_KEY_ID'] ?? process.env['AWS_PROFILE']);
  Object.assign(process.env, isOwn || !hasCredentials ? own : {}, { AWS_ENDPOINT_URL_DYNAMODB: endpoint });
}
