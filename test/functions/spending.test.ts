import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { completeBodies } from './complete-bodies.ts';
import { beforeOpening, freshLedger, nowhere, type Refusals, testRefusals } from './refusals.ts';
import type { SpendingName } from './spending-name.ts';

const spending = {
  fundId: 'partnership-fund',
  category: 'posts',
  description: 'Posts.',
  amount: '50.00',
  spentOn: '2017-06-01',
  paymentReference: 'P',
  authorityReference: 'A',
};
const restricted = { restriction: 'restricted', purpose: 'Speed enforcement.' };

const refusals: Refusals<SpendingName> = {
  recordExpenditure: {
    'not-found': async ({ agree, openFund, to }) => {
      await openFund('other');
      const { body: grant } = await agree({ fundId: 'other' });
      await agree();
      return to('POST', '/expenditure', { ...spending, grantId: grant.id });
    },
    'already-reversed': async ({ agree, post, to }) => {
      await agree();
      const { body: grant } = await agree();
      await post(`/journal/${grant.sequence}/reversal`, { reason: 'A mistake.', effectiveOn: '2018-01-01' });
      return to('POST', '/expenditure', { ...spending, grantId: grant.id });
    },
    'too-many-names': async ({ agree, spend, to }) => {
      await agree();
      for (let count = 1; count <= 199; count += 1) await spend({ amount: '0.01', category: `Category ${count}` });
      return to('POST', '/expenditure', { ...spending, amount: '0.01' });
    },
    'date-out-of-order': beforeOpening(({ to }) =>
      to('POST', '/expenditure', { ...spending, amount: '1.00', fundId: 'late', spentOn: '2018-05-01' }),
    ),
    'insufficient-funds': async ({ agree, to }) => {
      await agree();
      return to('POST', '/expenditure', { ...spending, amount: '12527.01' });
    },
    'purpose-required': async ({ openFund, to }) => {
      await openFund('tru-cam', restricted);
      return to('POST', '/expenditure', { ...spending, fundId: 'tru-cam' });
    },
  },
  listExpenditure: { 'not-found': () => nowhere('GET', '/expenditure') },
  noteSharedFund: { 'not-found': () => nowhere('POST', '/shared-funds', completeBodies.noteSharedFund) },
  listSharedFunds: { 'not-found': () => nowhere('GET', '/shared-funds') },
};

describe('spending, and funds held elsewhere', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('leaves that much less in the fund', async () => {
    const { agree, post, get } = await freshLedger(api);
    await agree();

    const { body } = await post('/expenditure', spending);

    expect(body).toMatchObject({ ...spending, fund: { balance: '12477.00', uncommitted: '12477.00' } });
    const { fund: _, ...recorded } = body;
    expect((await get('/expenditure')).body.items).toEqual([recorded]);
  });

  it('goes down to the last penny, and no further', async () => {
    const { agree, post } = await freshLedger(api);
    await agree();

    const replies = [
      await post('/expenditure', { ...spending, amount: '12526.99' }),
      await post('/expenditure', { ...spending, amount: '0.02' }),
      await post('/expenditure', { ...spending, amount: '0.01' }),
      await post('/expenditure', { ...spending, amount: '0.01' }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([201, 409, 201, 409]);
  });

  it('that names a grant stays within the grant, whatever else the fund holds', async () => {
    const { agree, post } = await freshLedger(api);
    const [{ body: small }] = [await agree({ grossAmount: '100.00', topSlices: [] }), await agree()];

    const replies = [
      await post('/expenditure', { ...spending, grantId: small.id, amount: '100.01' }),
      await post('/expenditure', { ...spending, grantId: small.id, amount: '100.00' }),
    ];

    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'insufficient-funds'],
      [201, undefined],
    ]);
  });

  it('of next year’s money is not possible this year', async () => {
    const { agree, post } = await freshLedger(api);
    await agree({ financialYear: '2018-19' });

    const replies = [
      await post('/expenditure', spending),
      await post('/expenditure', { ...spending, spentOn: '2018-06-01' }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([409, 201]);
  });

  it('of a restricted fund says what it serves', async () => {
    const { openFund, agree, post } = await freshLedger(api);
    await openFund('tru-cam', restricted);
    await agree({ fundId: 'tru-cam' });

    const { status } = await post('/expenditure', { ...spending, fundId: 'tru-cam', purposeStatement: 'Speed guns.' });

    expect(status).toBe(201);
  });

  it('is untouched by a shared fund, which statements of its years note', async () => {
    const { post, get, statement } = await freshLedger(api);

    const { body } = await post('/shared-funds', {
      ...completeBodies.noteSharedFund,
      financialYears: ['2017-18', '2016-17'],
    });

    const { entryId: _, ...noted } = body;
    expect((await get('/shared-funds')).body.items).toEqual([noted]);
    expect(body.financialYears).toEqual(['2016-17', '2017-18']);
    expect((await statement('', '2017-18')).body.sharedFunds).toMatchObject([{ id: body.id, shares: 'partly-stated' }]);
    expect((await statement('', '2018-19')).body.sharedFunds).toEqual([]);
    expect((await get('/funds/partnership-fund')).body.balance).toBe('0.00');
  });
});
