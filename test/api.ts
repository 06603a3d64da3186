import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { auditBounds } from '../functions/audit/audit.ts';
import { eventBounds } from '../functions/audit/events.ts';
import { packBounds } from '../functions/audit-pack/packs.ts';
import { awardBounds } from '../functions/awards/awards.ts';
import { meetingBounds } from '../functions/awards/meetings.ts';
import { grantBounds } from '../functions/grants/grants.ts';
import { spendingBounds } from '../functions/grants/spending.ts';
import { area } from '../functions/http/area.ts';
import type { Event } from '../functions/http/bound.ts';
import { type Deps, makeDeps } from '../functions/http/deps.ts';
import { jobBounds } from '../functions/jobs/jobs.ts';
import type { Jobs } from '../functions/jobs/start-job.ts';
import { work } from '../functions/jobs/worker.ts';
import { journalBounds } from '../functions/journal/entries.ts';
import { fundBounds } from '../functions/partnerships/funds.ts';
import { partnershipBounds } from '../functions/partnerships/partnerships.ts';
import { funderBounds, prioritiesBounds, termsBounds } from '../functions/partnerships/settings.ts';
import { publicationBounds } from '../functions/publication/publication.ts';
import { statementBounds } from '../functions/statements/statements.ts';
import { Database } from '../functions/store/database.ts';
import { yearEndBounds } from '../functions/year-end/year-end.ts';
import { createTables, type TableNames } from '../infra/local/create-tables.ts';
import { type EngineKind, startEngine } from '../infra/local/dynamodb.ts';
import { dynamodbClient } from '../infra/local/dynamodb-client.ts';
import { type RouteMatch, router } from '../infra/local/gateway/routes.ts';
import { type TestStorage, testStorage } from './test-storage.ts';

/** The operations that work on tables, as they are bound in the deployed functions. */
export const bounds = [
  ...partnershipBounds,
  ...termsBounds,
  ...prioritiesBounds,
  ...funderBounds,
  ...fundBounds,
  ...grantBounds,
  ...spendingBounds,
  ...meetingBounds,
  ...awardBounds,
  ...journalBounds,
  ...statementBounds,
  ...yearEndBounds,
  ...auditBounds,
  ...eventBounds,
  ...packBounds,
  ...jobBounds,
  ...publicationBounds,
];

export type Sender = Pick<DynamoDBDocumentClient, 'send'>;

export type Call = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** The body as it is, where it isn't JSON. */
  readonly text?: string;
  /** The body as bytes, which the gateway hands over in base64. */
  readonly bytes?: Uint8Array;
  readonly groups?: readonly string[];
  readonly subject?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string>>;
};

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
export type Reply = { status: number; headers: Record<string, string>; body: any; text: string; bytes: Buffer };

export type Api = {
  readonly call: (call: Call) => Promise<Reply>;
  readonly deps: Deps;
};

export type TestTables = {
  readonly endpoint: string;
  readonly names: TableNames;
  readonly client: DynamoDBDocumentClient;
  readonly storage: TestStorage;
  /** The jobs that were started, each until it ends. */
  readonly jobs: Promise<void>[];
  readonly stop: () => Promise<void>;
};

/** A real engine in memory, with tables of its own. */
export async function startTables(kind: EngineKind = 'dynoxide'): Promise<TestTables> {
  const engine = await startEngine({ kind });
  const names = await createTables(engine.endpoint);
  const client = documentClient(engine.endpoint);
  const storage = testStorage();
  const jobs: Promise<void>[] = [];
  const stop = async () => {
    await Promise.allSettled(jobs);
    await storage.stop();
    await engine.stop();
  };
  return { endpoint: engine.endpoint, names, client, storage, jobs, stop };
}

export const documentClient = (endpoint: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(dynamodbClient(endpoint));

/** One instance of the service over the tables: calls its functions as the gateway would. */
export function apiOver(tables: TestTables, sender: Sender = tables.client, more: Partial<Deps> = {}): Api {
  const { names, storage } = tables;
  const jobs: Jobs = {
    start: async (job) => {
      const doing = work(job, deps);
      // Whoever looks into the jobs hears of what fails; others need not.
      doing.catch(() => undefined);
      tables.jobs.push(doing);
    },
  };
  const beside = { documents: storage.documents, jobs };
  const deps: Deps = { ...makeDeps(new Database(sender, names), 'a key that only tests know', beside), ...more };
  const handler = area(bounds, () => deps);
  const route = router();
  const call = async (made: Call): Promise<Reply> => {
    const [rawPath = '', rawQueryString = ''] = made.path.split('?');
    const event = eventOf(made, rawPath, rawQueryString, route(made.method ?? 'GET', rawPath));
    const result = await handler(event, {} as Context);
    const headers = (result.headers ?? {}) as Record<string, string>;
    const bytes = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
    const text = bytes.toString('utf8');
    const isJson = /json$/.test(headers['content-type'] ?? '');
    return { status: result.statusCode ?? 0, headers, body: isJson ? JSON.parse(text) : undefined, text, bytes };
  };
  return { call, deps };
}

function eventOf(
  { method = 'GET', body, text, bytes, groups = [], subject = 'somebody', key, headers = {}, claims }: Call,
  rawPath: string,
  rawQueryString: string,
  match: RouteMatch,
): Event {
  const written = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const content = bytes === undefined ? written : Buffer.from(bytes).toString('base64');
  const sent = {
    ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    ...(method === 'POST' ? { 'idempotency-key': key ?? randomUUID() } : {}),
    ...headers,
  };
  return {
    version: '2.0',
    routeKey: match.key,
    rawPath,
    rawQueryString,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '(none)')),
    pathParameters: match.parameters,
    requestContext: {
      requestId: randomUUID(),
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      authorizer: {
        jwt: { claims: claims ?? claimsOf(subject, groups), scopes: [] },
        principalId: '',
        integrationLatency: 0,
      },
    },
    ...(content === undefined ? {} : { body: content }),
    isBase64Encoded: bytes !== undefined,
  } as unknown as Event;
}

const claimsOf = (subject: string, groups: readonly string[]): Record<string, string> => ({
  sub: subject,
  token_use: 'access',
  'cognito:groups': `[${groups.join(' ')}]`,
});
