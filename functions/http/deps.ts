import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 } from 'uuid';
import { z } from 'zod';
import { Database } from '../store/database.ts';
import { LedgerStore } from '../store/ledger-store.ts';
import { tables } from '../store/tables.ts';
import { Cursors } from './cursor.ts';

/** What an operation works with; tests pass their own. */
export type Deps = {
  readonly database: Database;
  readonly store: LedgerStore;
  readonly cursors: Cursors;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
  /** Ids that sort by time. */
  readonly newId: () => string;
};

const Environment = z.object({
  [tables.records.environment]: z.string().min(1),
  [tables.journal.environment]: z.string().min(1),
  [tables.events.environment]: z.string().min(1),
  CURSOR_KEY: z.string().min(16),
});

let made: Deps | undefined;

/** Reads the environment on the first call, so that importing a function has no effect. */
export function environmentDeps(): Deps {
  made ??= depsOf(Environment.parse(process.env));
  return made;
}

function depsOf(environment: z.infer<typeof Environment>): Deps {
  const client = new DynamoDBClient({
    // A request that begins at the deadline is over, tried twice, before the function's own time is.
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
  });
  const names = {
    records: environment[tables.records.environment],
    journal: environment[tables.journal.environment],
    events: environment[tables.events.environment],
  };
  return makeDeps(new Database(DynamoDBDocumentClient.from(client), names), environment.CURSOR_KEY);
}

export function makeDeps(database: Database, cursorKey: string): Deps {
  const clock = { now: Date.now, newId: () => v7() };
  return { database, store: new LedgerStore(database, clock), cursors: new Cursors(cursorKey), ...clock };
}
