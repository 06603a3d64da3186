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

const ofWhoStartsIt = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

/**
 * Points the AWS SDK at an engine. One of our own has no use for anybody's credentials. Another may, and takes the keys
 * in the environment; never a profile, so that a forgotten one can't be meant.
 */
export function useEngine(endpoint: string, isOwn: boolean): void {
  if (isOwn) for (const name of ofWhoStartsIt) delete process.env[name];
  delete process.env['AWS_PROFILE'];
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = endpoint;
  process.env['AWS_REGION'] ??= region;
  if (process.env['AWS_ACCESS_KEY_ID']) return;
  process.env['AWS_ACCESS_KEY_ID'] = dummyCredentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = dummyCredentials.secretAccessKey;
}
