import { z } from 'zod';
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
export type Operation<
  Parameters extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With parameters in braces; `{partnershipId}` is the partnership whose rights count. */
  readonly path: string;
  readonly area: Area;
  readonly summary: string;
  readonly access: Access;
  readonly parameters: Parameters;
  readonly query: (limits: DateLimits) => Query;
  /** What is undefined where nothing is sent. */
  readonly body: (limits: DateLimits) => Body;
  readonly answer: { readonly status: 200 | 201; readonly schema: z.ZodType; readonly contentTypes: readonly string[] };
  /** The refusals of the domain that this operation can meet. */
  readonly problems: readonly Refusal['code'][];
  /** Reads of a partnership's books are themselves recorded. */
  readonly readIsRecorded: boolean;
  /** Where it would be too long for one answer, a job makes it: 202. */
  readonly mayTakeLong: boolean;
};

type Declared<Parameters extends z.ZodType, Schema extends z.ZodType> = Pick<
  Operation<Parameters>,
  'path' | 'area' | 'summary' | 'access' | 'parameters'
> & {
  /** Of a type of its own, so that whoever calls the operation knows the type of the answer. */
  readonly answer: Schema;
};

const json = ['application/json'] as const;

export const noParameters = z.strictObject({});
export const noQuery = () => z.strictObject({});

/** Only `true` and `false`; what is left out is false. */
const dryRunQuery = () =>
  z.strictObject({
    dryRun: z
      .enum(['true', 'false'])
      .default('false')
      .meta({ description: 'Answer as the call would, with the balances that would result, and change nothing.' }),
  });

/** A page of a list: how many, and where the last page ended. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^(?:[1-9]\d?|100)$/, 'Write a number from 1 to 100.')
    .default('50')
    .meta({ description: 'How many at most, from 1 to 100.' }),
  cursor: z
    .string()
    .max(2000)
    .exactOptional()
    .meta({ description: 'The `nextCursor` of the page before, for the same list.' }),
};

export const get = <Parameters extends z.ZodType, Query extends z.ZodType, Schema extends z.ZodType>(
  declared: Declared<Parameters, Schema> & {
    readonly query: (limits: DateLimits) => Query;
    readonly contentTypes?: readonly string[];
    readonly mayTakeLong?: boolean;
  },
) => ({
  ...declared,
  method: 'GET' as const,
  body: () => z.undefined(),
  answer: { status: 200 as const, schema: declared.answer, contentTypes: declared.contentTypes ?? json },
  problems: ['not-found'] as const,
  // Whoever reads a partnership's books is recorded.
  readIsRecorded: declared.path.includes('{partnershipId}'),
  mayTakeLong: declared.mayTakeLong ?? false,
});

type Changing<Parameters extends z.ZodType, Body extends z.ZodType, Schema extends z.ZodType> = Declared<
  Parameters,
  Schema
> & {
  readonly body: (limits: DateLimits) => Body;
  readonly problems: readonly Refusal['code'][];
};

/** Records something, once per idempotency key. */
export const post = <Parameters extends z.ZodType, Body extends z.ZodType, Schema extends z.ZodType>(
  declared: Changing<Parameters, Body, Schema>,
) => ({
  ...declared,
  method: 'POST' as const,
  query: dryRunQuery,
  answer: { status: 201 as const, schema: declared.answer, contentTypes: json },
  readIsRecorded: false,
  mayTakeLong: false,
});

/** Makes (201) or replaces (200) one thing; replacing needs the `ETag` that was read. */
export const put = <Parameters extends z.ZodType, Body extends z.ZodType, Schema extends z.ZodType>(
  declared: Changing<Parameters, Body, Schema>,
) => ({
  ...declared,
  method: 'PUT' as const,
  query: noQuery,
  answer: { status: 200 as const, schema: declared.answer, contentTypes: json },
  problems: [...declared.problems, 'revision-required' as const, 'revision-mismatch' as const],
  readIsRecorded: false,
  mayTakeLong: false,
});

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
