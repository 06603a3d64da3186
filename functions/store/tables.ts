/**
 * The three tables, defined once: CDK deploys them, the local realisation creates them, the store finds them through
 * the environment variables named here. Every table has `pk` and `sk`, both strings.
 */
export const tables = {
  /** The projection of the journal (partnerships, funds, grants, balances, heads) and the idempotency records. */
  records: { environment: 'RECORDS_TABLE', timeToLive: 'expiresAt', appendOnly: false },
  /** One item per accepted command. Entries are added, and never changed. */
  journal: { environment: 'JOURNAL_TABLE', timeToLive: undefined, appendOnly: true },
  /** What was refused and what was read, by whom and when. */
  events: { environment: 'EVENTS_TABLE', timeToLive: undefined, appendOnly: true },
} as const;

export type TableName = keyof typeof tables;

export const partitionKey = 'pk';
export const sortKey = 'sk';
