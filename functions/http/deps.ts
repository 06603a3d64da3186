import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 } from 'uuid';
import { z } from 'zod';
import { DocumentStore } from '../documents/document-store.ts';
import { storageClient } from '../documents/storage-client.ts';
import { type Jobs, workerJobs } from '../jobs/start-job.ts';
import { Database } from '../store/database.ts';
import { LedgerStore } from '../store/ledger-store.ts';
import { tables } from '../store/tables.ts';
import { Cursors } from './cursor.ts';

/** What an operation works with; tests pass their own. */
export type Deps = {
  readonly database: Database;
  readonly store: LedgerStore;
  readonly cursors: Cursors;
  readonly documents: DocumentStore;
  readonly jobs: Jobs;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
  /** Ids that sort by time. */
  readonly newId: () => string;
};

const name = z.string().min(1).exactOptional();

/** Names are there of what the function has a right to, and of nothing else. */
const Environment = z.object({
  [tables.records.environment]: name,
  [tables.journal.environment]: name,
  [tables.events.environment]: name,
  ARCHIVE_BUCKET: name,
  ANSWERS_BUCKET: name,
  WORKER_FUNCTION: name,
  CURSOR_KEY: z.string().min(16),
});
type Environment = z.infer<typeof Environment>;

let made: Deps | undefined;

/** Reads the environment on the first call, so that importing a function has no effect. */
export function environmentDeps(): Deps {
  made ??= depsOf(Environment.parse(process.env));
  return made;
}

// A request that begins at the deadline is over, tried twice, before the function's own time is.
const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
};

function depsOf(environment: Environment): Deps {
  const named = (variable: keyof Environment): string => {
    const value = environment[variable];
    if (value === undefined) throw new Error(`this function has no ${variable}`);
    return value;
  };
  const database = new Database(DynamoDBDocumentClient.from(new DynamoDBClient(patience)), {
    get records() {
      return named(tables.records.environment);
    },
    get journal() {
      return named(tables.journal.environment);
    },
    get events() {
      return named(tables.events.environment);
    },
  });
  const documents = new DocumentStore(storageClient(), {
    get archive() {
      return named('ARCHIVE_BUCKET');
    },
    get answers() {
      return named('ANSWERS_BUCKET');
    },
  });
  const jobs = workerJobs(new LambdaClient(patience), () => named('WORKER_FUNCTION'));
  return makeDeps(database, environment.CURSOR_KEY, { documents, jobs });
}

export function makeDeps(database: Database, cursorKey: string, beside: Pick<Deps, 'documents' | 'jobs'>): Deps {
  const clock = { now: Date.now, newId: () => v7() };
  return { database, store: new LedgerStore(database, clock), cursors: new Cursors(cursorKey), ...beside, ...clock };
}
