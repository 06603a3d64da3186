import type { z } from 'zod';
import type { DateLimits } from '../../domain/plain-date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Area } from '../areas.ts';

export const roles = ['finance-officer', 'coordinator', 'chair', 'chief-finance-officer', 'auditor'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call an operation.
 * `public`: no token. `signed-in`: any valid token. `administrator`: `platform:administrator`.
 * `member`: any role in the partnership of the path. Roles: one of these in that partnership.
 */
export type Access =
  | 'public'
  | 'signed-in'
  | 'administrator'
  | 'member'
  | 'member-or-administrator'
  | readonly [Role, ...Role[]];

/** One API operation, declared once: routes, checks, documents, infrastructure and tests are made from these. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With parameters in braces; `{partnershipId}` is the partnership whose rights count. */
  readonly path: string;
  readonly area: Area;
  readonly summary: string;
  readonly access: Access;
  readonly parameters?: z.ZodObject;
  readonly query?: (limits: DateLimits) => z.ZodObject;
  readonly body?: (limits: DateLimits) => z.ZodType;
  /** What success answers; made ones 201, everything else 200. */
  readonly answer: { readonly status: 200 | 201; readonly schema: z.ZodType; readonly contentType?: string };
  readonly problems: readonly Refusal['code'][];
  /** Reads that are themselves logged: statements, the journal, verification. */
  readonly readIsRecorded?: true;
};
