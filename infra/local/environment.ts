import { createHash, randomBytes } from 'node:crypto';
import { type TableNames, tableEnvironment } from './create-tables.ts';
import { dummyCredentials, region } from './dynamodb-client.ts';
import { clients, type Issuer } from './identity/issuer.ts';
import type { Keys } from './keys.ts';
import { lambdaPath } from './lambda.ts';
import type { Credentials } from './signature.ts';
import { storagePath } from './storage/storage.ts';

/** All that the functions learn of where they run: nothing but variables, and the same ones that CDK sets. */
export function functionEnvironment(
  tables: TableNames,
  { cursors, cookies }: Pick<Keys, 'cursors' | 'cookies'>,
  { origin, url }: Pick<Issuer, 'origin' | 'url'>,
  assets: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...tableEnvironment(tables),
    CURSOR_KEY: cursors,
    ARCHIVE_BUCKET: 'archive',
    ANSWERS_BUCKET: 'answers',
    WORKER_FUNCTION: 'worker',
    AWS_ENDPOINT_URL_S3: `${origin}${storagePath}`,
    AWS_ENDPOINT_URL_LAMBDA: `${origin}${lambdaPath}`,
    SESSION_KEY: createHash('sha256').update(`sessions ${cookies}`).digest('base64url'),
    API_URL: origin,
    SITE_ORIGIN: origin,
    ISSUER: url,
    CLIENT_ID: clients.web,
    ASSETS: JSON.stringify(assets),
    POWERTOOLS_SERVICE_NAME: 'community-safety-funding',
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'WARN',
  };
}

const ofWhoStartsIt = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

/** What would lead the SDK to other keys, or to AWS itself. */
const elsewhere = [
  'AWS_PROFILE',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
] as const;

/**
 * Points the AWS SDK at an engine. One of our own has no use for anybody's credentials. Another may, and takes the keys
 * in the environment; never a profile, so that a forgotten one can't be meant.
 */
export function useEngine(endpoint: string, isOwn: boolean): void {
  if (isOwn) for (const name of ofWhoStartsIt) delete process.env[name];
  for (const name of elsewhere) delete process.env[name];
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = endpoint;
  process.env['AWS_REGION'] ??= region;
  if (process.env['AWS_ACCESS_KEY_ID']) return;
  process.env['AWS_ACCESS_KEY_ID'] = dummyCredentials.accessKeyId;
  // No engine checks it. Our own storage does, and a secret that everybody knows would be none.
  process.env['AWS_SECRET_ACCESS_KEY'] = randomBytes(32).toString('hex');
}

/** The keys with which the functions sign what they send, as they find them. */
export function functionCredentials(): Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env;
  return { accessKeyId, secretAccessKey };
}
