import './quiet-log.ts';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import type { ChangingName } from './complete-bodies.ts';
import { rightGroups } from './right-groups.ts';
import { failingSender } from './senders.ts';
import { ledgerDigest } from './stored.ts';
import { type ApiOperationName, setUp, validCalls } from './valid-calls.ts';

const revealing = 'community-safety-funding-records at 10.0.0.1 for Ann Example';

/** What no SDK and no code of ours is known to throw. */
const strange: readonly { readonly what: string; readonly error: unknown }[] = [
  { what: 'an error', error: new Error(revealing) },
  { what: 'a type error', error: new TypeError(revealing) },
  {
    what: 'a refused request',
    error: Object.assign(new Error(revealing), { name: 'ValidationException', $metadata: { httpStatusCode: 400 } }),
  },
  {
    what: 'a denied request',
    error: Object.assign(new Error(revealing), { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } }),
  },
  {
    what: 'an odd cancellation',
    error: Object.assign(new Error(revealing), {
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'ValidationError' }],
    }),
  },
  { what: 'a text', error: revealing },
  { what: 'an object', error: { statusCode: 200, body: revealing, status: 404 } },
];

describe('a failure that nobody foresaw', () => {
  let tables: TestTables;
  let calm: Api;
  let valid: ReturnType<typeof validCalls>;
  beforeAll(async () => {
    tables = await startTables();
    calm = checkedApiOver(tables);
    await setUp(calm, 'maldon');
    valid = validCalls(calm, 'maldon');
  });
  afterAll(() => tables.stop());

  const groupsFor = (name: ApiOperationName): string[] => [
    'maldon:auditor',
    ...rightGroups(name as ChangingName, 'maldon'),
    'platform:administrator',
  ];
  const names = Object.keys(validCalls({} as Api, 'maldon')) as ApiOperationName[];

  it.each(names)('of the database is a 500 that says nothing (%s)', async (name) => {
    const call = { ...(await valid[name]()), groups: groupsFor(name) };
    const before = await ledgerDigest(tables);

    const replies = [];
    for (const { error } of strange) {
      const broken = checkedApiOver(
        tables,
        failingSender(tables, () => true, error),
      );
      replies.push(await broken.call(call));
    }

    expect(replies.map(({ body }) => body)).toEqual(replies.map(() => nothing));
    expect(replies.map(({ headers }) => headers['content-type'])).toEqual(
      replies.map(() => 'application/problem+json'),
    );
    expect(await ledgerDigest(tables)).toBe(before);
  });

  it.each(strange)('at the very write ($what) leaves nothing behind', async ({ error }) => {
    const call = { ...(await valid.agreeGrant()), groups: ['maldon:finance-officer'], key: 'written' };
    const before = await ledgerDigest(tables);
    const broken = checkedApiOver(
      tables,
      failingSender(tables, (name) => name === 'TransactWriteCommand', error),
    );

    const reply = await broken.call(call);
    const isUnchanged = (await ledgerDigest(tables)) === before;

    expect(reply.body).toEqual(nothing);
    expect(isUnchanged).toBe(true);
  });

  it('is no reason to refuse the same command afterwards', async () => {
    const call = { ...(await valid.agreeGrant()), groups: ['maldon:finance-officer'], key: 'written' };

    expect((await calm.call(call)).status).toBe(201);
  });

  it.each([
    {
      what: 'a throttle',
      error: Object.assign(new Error(revealing), { name: 'ProvisionedThroughputExceededException' }),
    },
    { what: 'a broken connection', error: Object.assign(new Error(revealing), { code: 'ECONNRESET' }) },
    {
      what: 'a failing server',
      error: Object.assign(new Error(revealing), { name: 'InternalServerError', $metadata: { httpStatusCode: 500 } }),
    },
  ])('is told from $what, which is a 503 with Retry-After', async ({ error }) => {
    const busy = checkedApiOver(
      tables,
      failingSender(tables, () => true, error),
    );

    const reads = names.filter((name) => /^(get|list|verify)/.test(name));
    const replies = await Promise.all(
      reads.map(async (name) => busy.call({ ...(await valid[name]()), groups: groupsFor(name) })),
    );

    expect(replies.map(({ status, headers }) => [status, headers['retry-after']])).toEqual(reads.map(() => [503, '1']));
    expect(replies.map(({ text }) => text).join()).not.toContain('10.0.0.1');
  });
});

const nothing = {
  type: '/problems/internal-error',
  title: 'Something went wrong',
  status: 500,
  detail: expect.not.stringMatching(/records|10\.0|Ann|Exception|Error|at /),
  code: 'internal-error',
};
