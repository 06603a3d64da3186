/**
 * The tables, defined once: CDK deploys them, the local realisation creates them, the store finds them through
 * the environment variables named here. Every table has `pk` and `sk`, both strings. A table that is kept outlives the
 * stack, and can be taken back to any moment.
 */
export const tables = {
  /** The projection of the journal (partnerships, funds, grants, balances, heads) and the idempotency records. */
  records: { environment: 'RECORDS_TABLE', timeToLive: 'expiresAt', appendOnly: false, isKept: true },
  /** One item per accepted command. Entries are added, and never changed. */
  journal: { environment: 'JOURNAL_TABLE', timeToLive: undefined, appendOnly: true, isKept: true },
  /** What was refused and what was read, by whom and when. */
  events: { environment: 'EVENTS_TABLE', timeToLive: undefined, appendOnly: true, isKept: true },
  /** Who is signed in to the pages, and what they are in the middle of; nothing of any partnership's money. */
  sessions: { environment: 'SESSIONS_TABLE', timeToLive: 'expiresAt', appendOnly: false, isKept: false },
} as const;

export type TableName = keyof typeof tables;
/** What the journal and its projection are kept in. */
export type LedgerTableName = Exclude<TableName, 'sessions'>;

export const partitionKey = 'pk';
export const sortKey = 'sk';
