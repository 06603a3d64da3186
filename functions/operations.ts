import { eventOperations } from './audit/event-operations.ts';
import { auditOperations } from './audit/operations.ts';
import { packOperations } from './audit-pack/operations.ts';
import { meetingOperations } from './awards/meeting-operations.ts';
import { awardOperations } from './awards/operations.ts';
import { grantOperations } from './grants/operations.ts';
import type { Operation } from './http/operation.ts';
import { jobOperations } from './jobs/job-operations.ts';
import { journalOperations } from './journal/operations.ts';
import { partnershipOperations } from './partnerships/operations.ts';
import { publicationOperations } from './publication/operations.ts';
import { serviceOperations } from './service/operations.ts';
import { statementOperations } from './statements/operations.ts';
import { yearEndOperations } from './year-end/operations.ts';

/** Every operation of the API. Routes, checks, documents, infrastructure and tests are made from this list. */
export const operations = {
  ...serviceOperations,
  ...partnershipOperations,
  ...grantOperations,
  ...meetingOperations,
  ...awardOperations,
  ...journalOperations,
  ...statementOperations,
  ...yearEndOperations,
  ...auditOperations,
  ...eventOperations,
  ...packOperations,
  ...jobOperations,
  ...publicationOperations,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
