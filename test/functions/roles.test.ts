import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationName } from '../../functions/operations.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { ledgerText } from './stored.ts';
import { type ApiOperationName, setUp, validCalls } from './valid-calls.ts';

const members = ['finance-officer', 'coordinator', 'chair', 'chief-finance-officer', 'auditor'];
const financeOfficer = ['finance-officer'];
const administrator = ['administrator'];
const membersOrAdministrator = [...members, 'administrator'];

/** Who may call what, as the contract has it: written by hand, and not from the operations' own declarations. */
const mayCall = {
  getHealth: 'public',
  getOpenApi: 'public',
  getDocs: 'public',
  createPartnership: administrator,
  listPartnerships: 'signed-in',
  getPartnership: membersOrAdministrator,
  putTermsOfReference: administrator,
  getTermsOfReference: membersOrAdministrator,
  listTermsOfReference: membersOrAdministrator,
  putPriorities: ['coordinator'],
  getPriorities: members,
  putFunder: financeOfficer,
  getFunder: members,
  listFunders: members,
  openFund: financeOfficer,
  listFunds: members,
  getFund: members,
  recordOpeningBalance: financeOfficer,
  agreeGrant: financeOfficer,
  listGrants: members,
  getGrant: members,
  recordReceipt: financeOfficer,
  listReceipts: members,
  notifyTopSlice: financeOfficer,
  listTopSlices: members,
  varyGrant: financeOfficer,
  listVariations: members,
  meetCondition: financeOfficer,
  recordRepayment: financeOfficer,
  recordRepaymentRefund: financeOfficer,
  recordExpenditure: financeOfficer,
  listExpenditure: members,
  noteSharedFund: financeOfficer,
  listSharedFunds: members,
  listEntries: members,
  getEntry: members,
  reverseEntry: financeOfficer,
  getStatement: members,
  verifyJournal: members,
} satisfies Record<OperationName, 'public' | 'signed-in' | string[]>;

/** Groups that count for nothing in the partnership, whatever they look like. */
const worthless: readonly { readonly holder: string; readonly groups: readonly string[] }[] = [
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

const groupsOf = (role: string): string[] => [role === 'administrator' ? 'platform:administrator' : `maldon:${role}`];
const rightHolders = membersOrAdministrator.map((role) => ({ role, groups: groupsOf(role) }));

/** Nothing is owed to a funder before a year is closed. */
const refusedByState: Readonly<Record<string, string>> = {
  recordRepayment: 'repayment-exceeds-owed',
  recordRepaymentRefund: 'repayment-exceeds-owed',
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
    await api.call({ ...(await validCalls(api, 'maldon').putFunder()), ...officer, path: funderPath });
    valid = validCalls(api, 'maldon');
  });
  afterAll(() => tables.stop());

  /** What a refusal must be, whoever it is for: and the ledger is what it was. */
  async function refuses(call: Call): Promise<void> {
    const before = await ledgerText(tables);

    const reply = await api.call(call);

    expect([reply.status, reply.body.code]).toEqual([403, 'forbidden']);
    expect(await ledgerText(tables)).toBe(before);
  }

  describe.each(names)('%s', (name) => {
    const allowed: 'signed-in' | readonly string[] = mayCall[name] as 'signed-in' | string[];
    const isAllowed = (role: string): boolean => allowed === 'signed-in' || allowed.includes(role);

    it.each(rightHolders.filter(({ role }) => isAllowed(role)))('serves the $role', async ({ groups }) => {
      const reply = await api.call({ ...(await valid[name]()), groups });

      expect(outcome(reply)).toEqual(refusedByState[name] ?? 'done');
    });

    it.runIf(allowed === 'signed-in').each(worthless)('serves $holder, with nothing', async ({ groups }) => {
      const reply = await api.call({
        ...(await valid[name]()),
        groups: groups.filter((one) => !one.startsWith('dengie')),
      });

      expect([reply.status, reply.body.items]).toEqual([200, []]);
    });

    it
      .runIf(allowed !== 'signed-in')
      .each([
        ...rightHolders
          .filter(({ role }) => !isAllowed(role))
          .map(({ role, groups }) => ({ holder: `the ${role}`, groups })),
        ...worthless,
      ])('refuses $holder', async ({ groups }) => refuses({ ...(await valid[name]()), groups }));

    it.each([
      { what: 'an id token', claims: { sub: 'somebody', token_use: 'id' } },
      { what: 'a token of no stated use', claims: { sub: 'somebody' } },
      { what: 'a token without a subject', claims: { token_use: 'access' } },
      { what: 'a token with an empty subject', claims: { sub: '', token_use: 'access' } },
      { what: 'a token without claims', claims: {} },
    ])('refuses $what with 401', async ({ claims }) => {
      const groups = `[${rightHolders.flatMap((holder) => holder.groups).join(' ')}]`;
      const withGroups = Object.keys(claims).length === 0 ? {} : { ...claims, 'cognito:groups': groups };

      const reply = await api.call({ ...(await valid[name]()), claims: withGroups as Record<string, string> });

      expect([reply.status, reply.body.code]).toEqual([401, 'unauthenticated']);
    });
  });

  describe.each(names.filter((name) => !['createPartnership', 'listPartnerships'].includes(name)))(
    '%s of a partnership that is not there',
    (name) => {
      const [role = ''] = mayCall[name] as string[];

      it('is refused where the token does not cover it', async () =>
        refuses({ ...(await validCalls(api, 'nowhere')[name]()), groups: groupsOf('finance-officer') }));

      it('is not found where the token covers it', async () => {
        const groups = [role === 'administrator' ? 'platform:administrator' : `nowhere:${role}`];

        const reply = await api.call({ ...(await validCalls(api, 'nowhere')[name]()), groups });

        expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
      });
    },
  );

  it('knows a role among many groups, malformed ones included', async () => {
    const groups = ['dengie:chair', 'x', 'maldon:', 'maldon:coordinator', 'maldon:finance-officer', 'maldon:owner'];

    const reply = await api.call({ ...(await valid.openFund()), groups });

    expect(reply.status).toBe(201);
  });
});

const officer = { groups: ['maldon:finance-officer'], subject: 'officer' };
const funderPath = '/v1/partnerships/maldon/funders/slug-funder-of-all';
const outcome = ({ status, body }: Reply): string => (status < 300 ? 'done' : body.code);
