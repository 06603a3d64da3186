import { z } from 'zod';
import { get, noQuery } from '../http/operation.ts';
import { OfYear } from '../http/parameters.ts';

export const packOperations = {
  getAuditPack: get({
    path: '/v1/partnerships/{partnershipId}/years/{financialYear}/audit-pack',
    area: 'audit',
    summary:
      'A ZIP to take away: the statements, the whole journal, and a program that checks them without this service',
    access: 'member',
    parameters: OfYear,
    query: noQuery,
    answer: z.string(),
    contentTypes: ['application/zip'],
    mayTakeLong: true,
  }),
};
