import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths } from '../../domain/plain-date.ts';
import { type OperationName, operations } from '../../functions/operations.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { type ChangingName, completeBodies } from './complete-bodies.ts';
import { rightGroups } from './right-groups.ts';
import { ledgerDigest } from './stored.ts';
import { type ApiOperationName, setUp, validCalls } from './valid-calls.ts';
import {
  nested,
  queriesFor,
  tooLarge,
  withQuery,
  wrongAcceptsFor,
  wrongBodies,
  wrongInPaths,
  wrongKeys,
  wrongSlugs,
  wrongTypes,
} from './wrong-requests.ts';
import { tomorrow } from './wrong-values.ts';

const changing = Object.keys(completeBodies) as ChangingName[];
const posts = changing.filter((name) => operations[name].method === 'POST');

const names = (Object.keys(operations) as OperationName[]).filter(
  (name): name is ApiOperationName => operations[name].access !== 'public',
);

/** What is read in the same way everywhere is tried with large bodies here alone, since they take their time. */
const takesLarge: readonly ChangingName[] = ['createPartnership', 'putFunder', 'agreeGrant', 'reverseEntry'];
const isTriedWith = (name: ChangingName, body: Pick<Call, 'text'> = {}): boolean =>
  takesLarge.includes(name) || (body.text ?? '').length < 10_000;

describe('a request', () => {
  let tables: TestTables;
  let api: Api;
  let valid: Record<ApiOperationName, () => Promise<Call>>;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await setUp(api, 'maldon');
    valid = validCalls(api, 'maldon');
  });
  afterAll(() => tables.stop());

  const everyGroup = ['finance-officer', 'coordinator', 'chair', 'chief-finance-officer'].map(
    (role) => `maldon:${role}`,
  );
  const groups = [...everyGroup, 'platform:administrator'];

  /** How the call is answered with each of these changes to it; nothing at all where something was changed. */
  async function answers<Change>(call: Call, changes: readonly Change[], apply: (change: Change) => Partial<Call>) {
    const before = await ledgerDigest(tables);
    const replies: string[] = [];
    for (const change of changes) replies.push(said(await api.call({ ...call, groups, ...apply(change) })));
    return (await ledgerDigest(tables)) === before ? replies : 'something was changed';
  }

  describe.each(changing)('to %s', (name) => {
    let call: Call;
    beforeAll(async () => {
      call = { ...(await valid[name]()), groups: rightGroups(name, 'maldon') };
    });

    it('is refused with 400 where its body can’t be read', async () => {
      const kinds = Object.keys(wrongBodies).filter((kind) => isTriedWith(name, wrongBodies[kind]));
      const replies = await answers(call, kinds, (kind) => wrongBodies[kind] ?? {});
      expect(replies).toEqual(kinds.map(() => '400 invalid-request ""'));
    });

    it('is refused with 413 where its body is too large', async () => {
      const bodies = Object.values(tooLarge).slice(0, takesLarge.includes(name) ? undefined : 1);
      expect(await answers(call, bodies, (body) => body)).toEqual(bodies.map(() => '413 body-too-large'));
    });

    it('is refused with 415 where it is no JSON in UTF-8', async () => {
      const replies = await answers(call, wrongTypes, (type) => ({ headers: { 'content-type': type } }));
      expect(replies).toEqual(wrongTypes.map(() => '415 unsupported-media-type'));
    });

    it('is refused with 415 where it says of no body that it is something else', async () => {
      const types = wrongTypes.filter((type) => type !== '(none)');
      const replies = await answers(call, types, (type) => ({ text: '', headers: { 'content-type': type } }));
      expect(replies).toEqual(types.map(() => '415 unsupported-media-type'));
    });
  });

  it.each(posts)('to %s is refused without an Idempotency-Key (428) or with one that is none (400)', async (name) => {
    const call = await valid[name]();

    expect(await answers(call, ['(none)'], (key) => ({ key }))).toEqual(['428 idempotency-key-required']);
    expect(await answers(call, wrongKeys, (key) => ({ key }))).toEqual(
      wrongKeys.map(() => '400 invalid-request /header/Idempotency-Key'),
    );
  });

  it.each(names)('to %s is refused with 406 where no answer would be accepted', async (name) => {
    const wrong = wrongAcceptsFor(name);

    const replies = await answers(await valid[name](), wrong, (accept) => ({ headers: { accept } }));

    expect(wrong.length).toBeGreaterThan(2);
    expect(replies).toEqual(wrong.map(() => '406 not-acceptable'));
  });

  it.each([
    ['putTermsOfReference', 'effectiveFrom', ['1998-07-30', '1000-01-01', '9999-12-31', addMonths(tomorrow, 120)]],
    ['putPriorities', 'financialYear', ['1997-98', '1000-01', '2999-00', '9999-00']],
  ] as const)(
    'to %s is refused with 400 where its path names a time that nobody plans',
    async (name, parameter, values) => {
      const call = await valid[name]();

      const replies = await answers(call, values, (value) => ({ path: pathWith(name, call.path, parameter, value) }));

      expect(replies).toEqual(values.map(() => `400 invalid-request /path/${parameter}`));
    },
  );

  it.each(names)('to %s is refused with 400 where its query is wrong', async (name) => {
    const call = await valid[name]();
    const wrong = queriesFor(name);

    const replies = await answers(call, wrong, ({ query }) => ({ path: withQuery(call.path, query) }));

    expect(replies).toEqual(wrong.map(({ pointer }) => `400 invalid-request ${pointer}`));
  });

  it('has in its path nothing but what is tried with wrong values', () => {
    const parameters = names.flatMap(parametersOf);

    expect(parameters.filter((parameter) => wrongInPaths[parameter] === undefined)).toEqual([]);
  });

  it.each(names.filter((name) => parametersOf(name).length > 0))(
    'to %s is refused with 400 where its path is wrong',
    async (name) => {
      const call = await valid[name]();
      const wrong = parametersOf(name).flatMap((parameter) =>
        (wrongInPaths[parameter] ?? []).map((value) => ({
          parameter,
          path: pathWith(name, call.path, parameter, value),
        })),
      );

      const replies = await answers(call, wrong, ({ path }) => ({ path }));

      expect(replies).toEqual(wrong.map(({ parameter }) => `400 invalid-request /path/${parameter}`));
    },
  );

  it.each(wrongSlugs.filter((slug) => slug !== '..' && slug !== '.'))(
    'for a partnership called %s is refused with 403',
    async (slug) => {
      const decoded = decodeURIComponent(slug);
      const reply = await api.call({ path: `/v1/partnerships/${slug}`, groups: [`${decoded}:chair`, 'maldon:chair'] });

      expect(said(reply)).toMatch(/^(403 forbidden|404)/);
    },
  );

  it('may hold a body of exactly 256 KiB and JSON 20 levels deep, and be refused for what they say alone', async () => {
    const call = await valid.openFund();
    const text = JSON.stringify(call.body).padEnd(256 * 1024, ' ');

    expect((await api.call({ ...call, groups, text })).status).toBe(201);
    const { body } = await api.call({ ...call, groups, text: `{"unknown":${nested(19)}}` });
    expect(body.errors).toContainEqual({ pointer: '/unknown', detail: expect.any(String) });
  });
});

/** The status, the code and where it points to; the root is shown as "". */
const said = ({ status, body }: Reply): string => {
  const pointer = body.errors?.[0]?.pointer as string | undefined;
  return [status, body.code, ...(pointer === undefined ? [] : [pointer || '""'])].join(' ');
};

const parametersOf = (name: OperationName): string[] =>
  [...operations[name].path.matchAll(/\{(\w+)\}/g)].flatMap(([, parameter]) =>
    parameter && parameter !== 'partnershipId' ? [parameter] : [],
  );

function pathWith(name: OperationName, path: string, parameter: string, value: string): string {
  const place = operations[name].path.split('/').indexOf(`{${parameter}}`);
  return path
    .split('/')
    .map((segment, at) => (at === place ? value : segment))
    .join('/');
}
