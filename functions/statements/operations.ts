import { z } from 'zod';
import { VerificationReport } from '../../domain/ledger/verification.ts';
import { PlainDate } from '../../domain/plain-date.ts';
import { YearEndStatement } from '../../domain/statement/statement.ts';
import { get, noQuery } from '../http/operation.ts';
import { InPartnership, OfYear } from '../http/parameters.ts';

const base = '/v1/partnerships/{partnershipId}';

export const statementOperations = {
  getStatement: get({
    path: `${base}/years/{financialYear}/statement`,
    area: 'statements',
    summary: 'The year-end statement',
    access: 'member',
    parameters: OfYear,
    query: () =>
      z.strictObject({
        asOf: PlainDate.exactOptional().meta({
          description: 'A date of the year: what counts on or before it. By default the last day of the year.',
        }),
        knownAt: z
          .string()
          .regex(/^[1-9]\d{0,11}$/, 'Write the sequence number of an entry.')
          .exactOptional()
          .meta({ description: 'As the journal stood at this entry; by default its head.' }),
      }),
    answer: YearEndStatement,
  }),
  verifyJournal: get({
    path: `${base}/audit/verification`,
    area: 'statements',
    summary: 'Recompute chain, records, balances and trial balance from the journal alone',
    access: 'member',
    parameters: InPartnership,
    query: noQuery,
    answer: VerificationReport,
  }),
};
