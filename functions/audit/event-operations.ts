import { z } from 'zod';
import { PlainDate } from '../../domain/plain-date.ts';
import { get, pageOf, pageQuery } from '../http/operation.ts';
import { InPartnership } from '../http/parameters.ts';
import { AuditEvent } from '../store/events.ts';

export const AuditEventAnswer = AuditEvent;

export const eventOperations = {
  listAuditEvents: get({
    path: '/v1/partnerships/{partnershipId}/audit/events',
    area: 'audit',
    summary: 'Who tried what in vain, and who read what, when; the newest first',
    access: ['auditor', 'chief-finance-officer'],
    parameters: InPartnership,
    query: () =>
      z.strictObject({
        ...pageQuery,
        kind: AuditEvent.shape.kind.exactOptional().meta({ description: 'Only refusals, or only reads.' }),
        from: PlainDate.exactOptional().meta({ description: 'On this day (in UTC) or later.' }),
        to: PlainDate.exactOptional().meta({ description: 'On this day (in UTC) or earlier.' }),
      }),
    answer: pageOf(AuditEventAnswer),
  }),
};
