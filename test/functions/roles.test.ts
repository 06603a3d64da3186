import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationName } from '../../functions/operations.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../api.ts';
import { attendance } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { mayCall, members, membersOrAdministrator } from './may-call.ts';
import { ledgerDigest } from './stored.ts';
import { type ApiOperationName, setUp, validCalls } from './valid-calls.ts';

type Holder = Pick<Call, 'groups' | 'claims'> & { readonly holder: string };

/** Groups that count for nothing in the partnership, whatever they look like. */
const worthless: readonly Holder[] = [
  { holder: 'nobody in particular', groups: [] },
  { holder: 'everybody of another partnership', groups: members.map((role) => `dengie:${role}`) },
  { holder: 'whoever has every role of "platform"', groups: members.map((role) => `platform:${role}`) },
  ...[
    'maldon',
    'maldon:',
    ':chair',
    'maldon:owner',
    'maldon:administrator',
    'Maldon:finance-officer',
    'maldon:Finance-Officer',
    'maldon:finance-officer:x',
    'x:maldon:finance-officer',
    'maldon:finance-officers',
    'maldon/finance-officer',
    'x,maldon:finance-officer',
    'mald:finance-officer',
    'maldon-:finance-officer',
    '*:finance-officer',
    'maldon:*',
    'finance-officer',
    'administrator',
    'platform',
    'Platform:administrator',
    'platform:administrator:x',
    'x,platform:administrator',
    'dengie:administrator',
  ].map((group) => ({ holder: `who has the group "${group}"`, groups: [group] })),
];

const groupsOf = (role: string, partnershipId = 'maldon'): string[] => [
  role === 'administrator' ? 'platform:administrator' : `${partnershipId}:${role}`,
];
const right = membersOrAdministrator.map((role) => ({ role, groups: groupsOf(role) }));

const everyGroup = `[${right.flatMap(({ groups }) => groups).join(' ')}]`;
const notAccessTokens: readonly Holder[] = [
  { holder: 'an id token', claims: { sub: 'somebody', token_use: 'id', 'cognito:groups': everyGroup } },
  { holder: 'a token of no stated use', claims: { sub: 'somebody', 'cognito:groups': everyGroup } },
  { holder: 'a token without a subject', claims: { token_use: 'access', 'cognito:groups': everyGroup } },
  { holder: 'a token with an empty subject', claims: { sub: '', token_use: 'access', 'cognito:groups': everyGroup } },
  { holder: 'a token without claims', claims: {} },
];

const isOfPlatform = (name: OperationName): boolean => ['createPartnership', 'listPartnerships'].includes(name);
const answerOf = ({ status, body }: Reply): string => (status < 300 ? 'done' : [status, body.code].join(' '));

/** What valid calls read, for the things that have to be PUT first. */
const existing = {
  putFunder: { groups: ['maldon:finance-officer'], path: '/v1/partnerships/maldon/funders/slug-funder-of-all' },
  putPriorities: { groups: ['maldon:coordinator'], path: '/v1/partnerships/maldon/years/1999-00/priorities' },
};

const names = Object.keys(mayCall).filter(
  (name): name is ApiOperationName => mayCall[name as OperationName] !== 'public',
);

describe('who may call what', () => {
  let tables: TestTables;
  let api: Api;
  let valid: Record<ApiOperationName, () => Promise<Call>>;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await setUp(api, 'maldon');
    valid = validCalls(api, 'maldon');
    for (const name of ['putFunder', 'putPriorities'] as const)
      await api.call({ ...(await valid[name]()), ...existing[name] });
  });
  afterAll(() => tables.stop());

  /** How each of these is answered, by holder; whether the ledger is what it was. */
  async function answers(call: Call, holders: readonly Holder[]) {
    const before = await ledgerDigest(tables);
    const replies: [string, string][] = [];
    for (const { holder, ...as } of holders) replies.push([holder, answerOf(await api.call({ ...call, ...as }))]);
    return { replies: Object.fromEntries(replies), isUnchanged: (await ledgerDigest(tables)) === before };
  }

  describe.each(names)('%s', (name) => {
    const who: 'signed-in' | readonly string[] = mayCall[name] as 'signed-in' | string[];
    const isAllowed = ({ role }: { readonly role: string }): boolean => who === 'signed-in' || who.includes(role);

    it.each(right.filter(isAllowed))('serves the $role', async ({ groups }) => {
      const reply = await api.call({ ...(await valid[name]()), groups });

      expect(answerOf(reply)).toBe('done');
    });

    it('serves or refuses everybody else as the contract says', async () => {
      const holders = [
        ...right.filter((one) => !isAllowed(one)).map(({ role, groups }) => ({ holder: role, groups })),
        ...worthless,
      ];

      const { replies, isUnchanged } = await answers(await valid[name](), holders);

      const expected = who === 'signed-in' ? 'done' : '403 forbidden';
      expect(replies).toEqual(Object.fromEntries(holders.map(({ holder }) => [holder, expected])));
      expect(isUnchanged).toBe(true);
    });

    it('refuses tokens that are no access tokens of a person with 401', async () => {
      const { replies, isUnchanged } = await answers(await valid[name](), notAccessTokens);

      expect(replies).toEqual(Object.fromEntries(notAccessTokens.map(({ holder }) => [holder, '401 unauthenticated'])));
      expect(isUnchanged).toBe(true);
    });
  });

  it.each(names.filter((name) => !isOfPlatform(name)))(
    '%s says of a partnership that is not there only to whom it would belong',
    async (name) => {
      const [role = ''] = mayCall[name] as string[];
      const covered = { holder: 'covered', groups: groupsOf(role, 'nowhere') };
      const other = { holder: 'of another', groups: members.map((one) => `maldon:${one}`) };

      const { replies, isUnchanged } = await answers(await validCalls(api, 'nowhere')[name](), [covered, other]);

      expect(replies).toEqual({ covered: '404 not-found', 'of another': '403 forbidden' });
      expect(isUnchanged).toBe(true);
    },
  );

  it.each([
    { whose: 'of another login', who: { subject: 'somebody-else' } },
    { whose: 'of somebody in the attendance', who: { attendee: attendance.present[0] } },
  ])('lets the coordinator alone declare an interest $whose', async ({ who }) => {
    const call = await valid.declareInterest();
    const ofOther = { ...call, body: { ...(call.body as object), ...who } };
    const others = right.filter(({ role }) => role !== 'coordinator');

    const { replies, isUnchanged } = await answers(
      ofOther,
      others.map(({ role, groups }) => ({ holder: role, groups })),
    );
    const byCoordinator = await api.call({ ...ofOther, groups: groupsOf('coordinator') });

    expect(replies).toEqual(Object.fromEntries(others.map(({ role }) => [role, '403 forbidden'])));
    expect(isUnchanged).toBe(true);
    expect(byCoordinator.body).toMatchObject(who);
  });

  it('lets people declare an interest of their own by the name of their login', async () => {
    const call = await valid.declareInterest();
    const body = { ...(call.body as object), subject: 'ann' };

    const reply = await api.call({ ...call, body, subject: 'ann', groups: ['maldon:chief-finance-officer'] });

    expect([reply.status, reply.body.subject]).toEqual([201, 'ann']);
  });

  it('shows everybody those partnerships alone that the token covers', async () => {
    await setUp(api, 'dengie');
    const listed = async (...groups: string[]): Promise<string[]> => {
      const { body } = await api.call({ path: '/v1/partnerships', groups });
      return body.items.map(({ id }: { id: string }) => id);
    };

    expect(await listed('maldon:auditor')).toEqual(['maldon']);
    expect(await listed('maldon:auditor', 'dengie:chair', 'nowhere:chair')).toEqual(['dengie', 'maldon']);
    expect(await listed('maldon', 'dengie:owner', 'x,maldon:chair')).toEqual([]);
    expect(await listed('platform:administrator')).toEqual(expect.arrayContaining(['dengie', 'maldon']));
  });

  it('knows a role among many groups, malformed ones included', async () => {
    const groups = ['dengie:chair', 'x', 'maldon:', 'maldon:coordinator', 'maldon:finance-officer', 'maldon:owner'];

    const reply = await api.call({ ...(await valid.openFund()), groups });

    expect(reply.status).toBe(201);
  });
});
