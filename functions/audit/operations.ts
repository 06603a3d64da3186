import { VerificationReport } from '../../domain/ledger/verification.ts';
import { get, noQuery } from '../http/operation.ts';
import { InPartnership } from '../http/parameters.ts';

const base = '/v1/partnerships/{partnershipId}';

export const auditOperations = {
  verifyJournal: get({
    path: `${base}/audit/verification`,
    area: 'audit',
    summary: 'Recompute chain, records, balances and trial balance from the journal alone',
    access: 'member',
    parameters: InPartnership,
    query: noQuery,
    answer: VerificationReport,
    mayTakeLong: true,
  }),
};
