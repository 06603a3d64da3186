import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, type Reply, type Sender, startTables, type TestTables } from '../api.ts';
import { awardCalls, did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { inGroup } from './group-ledger.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from './refusals.ts';

const year = '2017-18';
const closing = `/years/${year}/closing`;
const reopening = `/years/${year}/reopening`;
const reason = { reason: 'A forgotten invoice.' };
const anyId = '01932f1c-7a2b-7c3d-8e4f-0123456789ab';

const carried = (amount: string, more: object = {}) => {
  return { fundId: 'partnership-fund', treatment: 'carry-forward', amount, ...more };
};
const returned = (grantId: string, amount: string) => {
  return { fundId: 'partnership-fund', treatment: 'return', grantId, amount };
};
const disposing = (...disposals: object[]) => ({ disposals });
const chiefOf = ({ id }: Pick<Ledger, 'id'>): Partial<Call> => ({ groups: [`${id}:chief-finance-officer`] });

/** £1,000.00 of 2017/18, or of another year: the grant's id. */
const agreed = async (ledger: Ledger, more: object = {}): Promise<string> =>
  (await did(ledger.agree({ grossAmount: '1000.00', topSlices: [], ...more }))).id;

const refusals: Refusals<'getClosingChecklist' | 'closeYear' | 'reopenYear'> = {
  getClosingChecklist: { 'not-found': () => nowhere('GET', `/years/${year}/closing-checklist`) },
  closeYear: {
    'not-found': async (ledger) => {
      await agreed(ledger);
      return ledger.to('POST', closing, disposing(returned(anyId, '1000.00')));
    },
    'year-closed': async (ledger) => {
      await did(ledger.post(closing, disposing()));
      return ledger.to('POST', closing, disposing());
    },
    'year-not-ended': (ledger) => ledger.to('POST', '/years/2035-36/closing', disposing()),
    'previous-year-open': async (ledger) => {
      await agreed(ledger, { financialYear: '2016-17' });
      return ledger.to('POST', closing, disposing(carried('1000.00')));
    },
    'disposals-do-not-sum': async (ledger) => {
      await agreed(ledger);
      return ledger.to('POST', closing, disposing(carried('999.99')));
    },
    'return-exceeds-uncommitted': inGroup(async (group, ledger) => {
      const meetingId = await group.openMeeting();
      await did(group.decide(await group.proposeTo(meetingId), meetingId));
      const { items } = await did(ledger.get('/grants'));
      return ledger.to('POST', closing, disposing(returned(items[0].id, '12527.00')));
    }),
    'return-exceeds-unspent': async (ledger) => {
      const first = await agreed(ledger);
      await agreed(ledger);
      return ledger.to('POST', closing, disposing(returned(first, '1000.01'), carried('999.99')));
    },
    'approval-reference-required': async (ledger) => {
      await agreed(ledger, { underspend: 'carry-forward' });
      return ledger.to('POST', closing, disposing(carried('1000.00')));
    },
  },
  reopenYear: {
    'not-found': () => nowhere('POST', reopening, reason, chiefOf({ id: 'nowhere' })),
    'year-not-closed': (ledger) => ledger.to('POST', reopening, reason, chiefOf(ledger)),
    'later-year-closed': async (ledger) => {
      await did(ledger.post(closing, disposing()));
      await did(ledger.post('/years/2018-19/closing', disposing()));
      return ledger.to('POST', reopening, reason, chiefOf(ledger));
    },
  },
};

describe('closing a year, and opening it again', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());
  testRefusals(refusals, () => ({ api, tables }));

  const statement = async (ledger: Ledger, of = year, query = ''): Promise<Reply['body']> =>
    did(ledger.statement(query, of));
  const checklist = async (ledger: Ledger): Promise<Reply['body']> =>
    (await did(ledger.get(`/years/${year}/closing-checklist`))).items;
  const reopen = (ledger: Ledger, body: object = reason) => ledger.post(reopening, body, chiefOf(ledger));

  it('answers what was recorded, and where it stands in the journal', async () => {
    const ledger = await freshLedger(api);
    const grantId = await agreed(ledger);
    const disposals = [returned(grantId, '400.00'), carried('600.00', { approvalReference: 'PFCC-1' })];

    const { status, body } = await ledger.post(closing, { disposals, note: 'Agreed by telephone.' });

    expect(status).toBe(201);
    expect(body).toMatchObject({ financialYear: year, disposals, note: 'Agreed by telephone.', sequence: 4 });
    const entry = await did(ledger.get('/journal/4'));
    expect(entry).toMatchObject({ type: 'year-closed', effectiveOn: '2018-03-31', financialYear: year });
    expect(entry.postings.map((one: { account: string }) => one.account)).toEqual([
      'returned-to-funder',
      'repayable-to-funder',
    ]);
  });

  it('shows in the journal which entry took it back', async () => {
    const ledger = await freshLedger(api);
    const grantId = await agreed(ledger);
    await did(ledger.post(closing, disposing(returned(grantId, '1000.00'))));

    const { status, body } = await reopen(ledger);

    expect([status, body.reason, body.sequence]).toEqual([201, reason.reason, 5]);
    expect(await did(ledger.get('/journal/5'))).toMatchObject({ type: 'year-reopened', reverses: 4 });
    expect(await did(ledger.get('/journal/4'))).toMatchObject({ reversedBy: 5 });
  });

  it('is told in the statement: as it stands, as it was known, and as of any day', async () => {
    const ledger = await freshLedger(api);
    const grantId = await agreed(ledger);
    const draft = await statement(ledger);
    await did(ledger.post(closing, disposing(returned(grantId, '1000.00'))));

    const closed = await statement(ledger);
    const [known, dayBefore] = [
      await statement(ledger, year, '?knownAt=3'),
      await statement(ledger, year, '?asOf=2018-03-30'),
    ];
    await did(reopen(ledger));
    const again = await statement(ledger);

    const told = (one: Reply['body']) => [one.status, one.totals.returned, one.totals.closingBalance];
    expect([draft, closed, known, dayBefore, again].map(told)).toEqual([
      ['open', '0.00', '1000.00'],
      ['closed', '1000.00', '0.00'],
      ['open', '0.00', '1000.00'],
      ['closed', '0.00', '1000.00'],
      ['open', '0.00', '1000.00'],
    ]);
    expect([known.statementHash, again.statementHash]).toEqual([draft.statementHash, draft.statementHash]);
    expect(closed.statementHash).not.toBe(draft.statementHash);
  });

  it('is prepared by a checklist, whose links lead to what they are about', async () => {
    const ledger = await freshLedger(api);
    const group = awardCalls(ledger, ledger.id);
    await agreed(ledger, { conditions: ['A plan.'] });
    await group.setTerms();
    const meetingId = await group.openMeeting();
    await did(group.decide(await group.proposeTo(meetingId), meetingId));

    const items = await checklist(ledger);

    expect(items.map(({ code, severity }: Reply['body']) => [code, severity])).toEqual([
      ['balance-without-disposal', 'blocker'],
      ['condition-unmet', 'warning'],
      ['grant-outstanding', 'warning'],
      ['award-unpaid', 'warning'],
    ]);
    expect(items[0].detail).toContain('£1,000.00 in Partnership fund');
    for (const path of items.flatMap(({ links }: Reply['body']) => links)) {
      expect((await api.call({ path, groups: [`${ledger.id}:auditor`] })).status).toBe(200);
    }
    await did(ledger.post(closing, disposing(carried('1000.00'))));
    expect(await checklist(ledger)).toMatchObject([{ code: 'year-closed', severity: 'warning' }]);
  });

  it('leaves a cent to nobody: what is repaid of it is what it returned', async () => {
    const ledger = await freshLedger(api);
    const grantId = await agreed(ledger);
    await did(ledger.post(closing, disposing(returned(grantId, '999.99'), carried('0.01'))));
    const repay = (amount: string) =>
      ledger.post(`/grants/${grantId}/repayments`, { amount, paidOn: '2018-04-01', paymentReference: 'REPAY' });

    const [more, all] = [await repay('1000.00'), await repay('999.99')];

    expect([more.body.code, more.body.owed, all.status]).toEqual(['repayment-exceeds-owed', '999.99', 201]);
    expect((await statement(ledger, '2018-19')).totals).toMatchObject({
      openingBalance: '0.01',
      repayable: '0.00',
      closingBalance: '0.01',
    });
  });

  it('returns the money of as many grants as can be written at once, and takes it back', async () => {
    const ledger = await freshLedger(api);
    const grantIds: string[] = [];
    for (let count = 0; count < 91; count += 1) grantIds.push(await agreed(ledger));
    const [first = '', ...others] = grantIds;
    const note = 'As much as can be.';
    const returns = others.map((grantId) => returned(grantId, '1000.00'));
    const sizes: number[] = [];
    const counted = checkedApiOver(tables, countingItems(tables, sizes));

    const tooMany = await ledger.post(closing, disposing(...returns, returned(first, '1000.00')));
    const body = { ...disposing(...returns, carried('1000.00')), note };
    const closed = await counted.call(ledger.to('POST', closing, body));
    const open = await counted.call(ledger.to('POST', reopening, { ...reason, note }, chiefOf(ledger)));

    expect([tooMany.status, tooMany.body.errors[0].pointer]).toEqual([400, '/disposals']);
    expect([closed.status, open.status]).toEqual([201, 201]);
    // DynamoDB takes a hundred in one transaction.
    expect(sizes.every((size) => size > 90 && size <= 100)).toBe(true);
    expect(sizes).toHaveLength(2);
  });

  it('stands up to verification, as often as it is done and undone', async () => {
    const ledger = await freshLedger(api);
    const grantId = await agreed(ledger);
    for (const amount of ['1000.00', '400.00', '0.01']) {
      const rest = { '1000.00': [], '400.00': [carried('600.00')], '0.01': [carried('999.99')] }[amount] ?? [];
      await did(ledger.post(closing, disposing(returned(grantId, amount), ...rest)));
      await did(reopen(ledger, { ...reason, note: `After ${amount}.` }));
    }

    const { body } = await ledger.verify();

    expect(body).toMatchObject({ entries: 9, chainValid: true, balancesMatch: true, discrepancies: [] });
    expect((await statement(ledger)).totals).toMatchObject({ returned: '0.00', repayable: '0.00' });
  });
});

/** Notes how many items each transaction writes. */
function countingItems({ client }: TestTables, sizes: number[]): Sender {
  const send = async (command: unknown): Promise<unknown> => {
    const { TransactItems } = (command as { input: { TransactItems?: unknown[] } }).input;
    if ((command as object).constructor.name === 'TransactWriteCommand') sizes.push(TransactItems?.length ?? 0);
    return (client.send as (sent: unknown) => Promise<unknown>)(command);
  };
  return { send } as unknown as Sender;
}
