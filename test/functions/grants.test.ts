import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { grantOperations } from '../../functions/grants/operations.ts';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { coreGrant } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';
import {
  beforeOpening,
  freshLedger,
  type Ledger,
  nowhere,
  type Refusals,
  testRefusals,
  unreachable,
} from './refusals.ts';
import type { SpendingName } from './spending-name.ts';

const anyId = '01932f1c-7a2b-7c3d-8e4f-0123456789ab';
const receipt = { amount: '100.00', receivedOn: '2017-05-02', bankReference: 'BANK-1' };
const topSlice = { purpose: 'later', amount: '1.00', notifiedOn: '2017-06-01', reference: 'R' };
const lateGrant = { fundId: 'late', financialYear: '2018-19', agreedOn: '2018-06-03' };
const variation = { effectiveOn: '2017-07-01', reference: 'R', reason: 'A reason.', underspend: 'return' };
const fulfilment = { metOn: '2017-08-01', evidence: 'A letter.' };
const repayment = { amount: '1.00', paidOn: '2018-05-01', paymentReference: 'R' };
const repaymentRefund = { amount: '1.00', receivedOn: '2018-05-01', bankReference: 'BANK-1' };
/** What is done to a grant, with the grant made first. */
const onGrant =
  (path: string, body: object, more: object = {}) =>
  async ({ agree, to }: Ledger): Promise<Call> => {
    const { body: grant } = await agree({ conditions: ['Report yearly.'], ...more });
    return to('POST', `/grants/${grant.id}${path}`, body);
  };

/** The same, with the grant taken back before. */
const onReversedGrant =
  (path: string, body: object) =>
  async (ledger: Ledger): Promise<Call> => {
    const { body: grant } = await ledger.agree({ conditions: ['Report yearly.'] });
    await ledger.post(`/journal/${grant.sequence}/reversal`, { reason: 'A mistake.', effectiveOn: '2018-01-01' });
    return ledger.to('POST', `/grants/${grant.id}${path}`, body);
  };

/** The same, with the same call made before. */
const twice =
  (scenario: (ledger: Ledger) => Promise<Call>, more: object = {}) =>
  async (ledger: Ledger): Promise<Call> => {
    const { path, body } = await scenario(ledger);
    await ledger.as({ method: 'POST', path: path.replace(ledger.base, ''), body });
    return ledger.to('POST', path.replace(ledger.base, ''), { ...(body as object), ...more });
  };

const onNoGrant =
  (path: string, body: object) =>
  ({ to }: Ledger) =>
    to('POST', `/grants/${anyId}${path}`, body);
const agreeing =
  (more: object) =>
  ({ to }: Ledger) =>
    to('POST', '/grants', { ...coreGrant, ...more });
const listed =
  (path: string) =>
  ({ to }: Ledger) =>
    to('GET', `/grants/${anyId}${path}`);

type GrantName = Exclude<keyof typeof grantOperations, SpendingName>;

const refusals: Refusals<GrantName> = {
  agreeGrant: {
    'not-found': agreeing({ fundId: 'other' }),
    'nature-mismatch': agreeing({ nature: 'capital' }),
    'period-mismatch': agreeing({ fundingPeriod: { start: '2018-04-01', end: '2019-03-31' } }),
    'top-slice-exceeds-outstanding': agreeing({ topSlices: [{ purpose: 'dhr', amount: '14235.01' }] }),
    'instalments-do-not-sum': agreeing({ instalments: [{ dueOn: '2017-05-02', amount: '12526.99' }] }),
    'date-out-of-order': beforeOpening(agreeing({ fundId: 'late' })),
  },
  listGrants: { 'not-found': () => nowhere('GET', '/grants') },
  getGrant: { 'not-found': listed('') },
  recordReceipt: {
    'not-found': onNoGrant('/receipts', receipt),
    'already-reversed': onReversedGrant('/receipts', receipt),
    'receipt-exceeds-outstanding': onGrant('/receipts', { ...receipt, amount: '12527.01' }),
    'duplicate-bank-reference': twice(onGrant('/receipts', receipt), { bankReference: ' bank-1 ', amount: '1.00' }),
    'date-out-of-order': beforeOpening(onGrant('/receipts', receipt, lateGrant)),
  },
  listReceipts: { 'not-found': listed('/receipts') },
  notifyTopSlice: {
    'not-found': onNoGrant('/top-slices', topSlice),
    'already-reversed': onReversedGrant('/top-slices', topSlice),
    'top-slice-exceeds-outstanding': onGrant('/top-slices', { ...topSlice, amount: '12527.01' }),
    'too-many-names': async (ledger) => {
      const { body: grant } = await ledger.agree();
      const path = `/grants/${grant.id}/top-slices`;
      for (let count = 1; count <= 197; count += 1)
        await ledger.post(path, { ...topSlice, purpose: `Purpose ${count}` });
      return ledger.to('POST', path, topSlice);
    },
    'date-out-of-order': beforeOpening(async (ledger) => {
      const { body: grant } = await ledger.agree(lateGrant);
      const { body: journal } = await ledger.get('/journal?type=opening-balance-recorded');
      const [{ sequence }] = journal.items;
      await ledger.post(`/journal/${sequence}/reversal`, { reason: 'A wrong date.', effectiveOn: '2018-06-01' });
      await ledger.post('/funds/late/opening-balance', { effectiveOn: '2018-08-01', reference: 'B', bank: '1.00' });
      return ledger.to('POST', `/grants/${grant.id}/top-slices`, { ...topSlice, notifiedOn: '2018-07-01' });
    }),
  },
  listTopSlices: { 'not-found': listed('/top-slices') },
  varyGrant: {
    'not-found': onNoGrant('/variations', variation),
    'already-reversed': onReversedGrant('/variations', variation),
    'variation-below-received': async (ledger) => {
      const { body: grant } = await ledger.agree();
      await ledger.receive(grant.id);
      return ledger.to('POST', `/grants/${grant.id}/variations`, { ...variation, grossAmount: '1807.99' });
    },
    'instalments-do-not-sum': onGrant('/variations', {
      ...variation,
      instalments: [{ dueOn: '2017-08-01', amount: '1.00' }],
    }),
    'period-mismatch': onGrant('/variations', {
      ...variation,
      fundingPeriod: { start: '2016-04-01', end: '2017-03-31' },
    }),
    'date-out-of-order': twice(onGrant('/variations', variation), { effectiveOn: '2017-06-30' }),
  },
  listVariations: { 'not-found': listed('/variations') },
  meetCondition: {
    'not-found': onGrant('/conditions/2/fulfilment', fulfilment),
    'already-reversed': onReversedGrant('/conditions/1/fulfilment', fulfilment),
    'already-exists': twice(onGrant('/conditions/1/fulfilment', fulfilment)),
  },
  recordRepayment: {
    'not-found': onNoGrant('/repayments', repayment),
    'already-reversed': onReversedGrant('/repayments', repayment),
    'repayment-exceeds-owed': onGrant('/repayments', repayment),
  },
  recordRepaymentRefund: {
    'not-found': onNoGrant('/repayment-refunds', repaymentRefund),
    'already-reversed': onReversedGrant('/repayment-refunds', repaymentRefund),
    'repayment-exceeds-owed': onGrant('/repayment-refunds', repaymentRefund),
    'duplicate-bank-reference': unreachable(
      'nothing is owed by a funder before a closed year is reopened, and that is asked first',
    ),
  },
};

describe('grants and what happens to them', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('says what a grant comes to, and its instalments worked out', async () => {
    const { agree, get } = await freshLedger(api);

    const { body } = await agree({
      statedTotal: '14000.00',
      instalments: { count: 3, firstDueOn: '2017-05-31', everyMonths: 1 },
    });

    expect(body).toMatchObject({
      grossAmount: '14235.00',
      topSlicedAmount: '1708.00',
      netAmount: '12527.00',
      receivedAmount: '0.00',
      outstandingAmount: '12527.00',
      statedTotalDifference: '-235.00',
      instalments: [
        { dueOn: '2017-05-31', amount: '4175.67' },
        { dueOn: '2017-06-30', amount: '4175.67' },
        { dueOn: '2017-07-31', amount: '4175.66' },
      ],
      fund: { fundId: 'partnership-fund', balance: '12527.00', committed: '0.00', uncommitted: '12527.00' },
    });
    const { entryId: _, fund: __, ...grant } = body;
    expect((await get(`/grants/${body.id}`)).body).toEqual(grant);
    expect((await get('/funds/partnership-fund')).body).toMatchObject({ balance: '12527.00' });
  });

  it('counts receipts, top-slices and variations into what is outstanding', async () => {
    const { agree, receive, post, get } = await freshLedger(api);
    const { body: grant } = await agree();

    const { body: received } = await receive(grant.id, { amount: '6263.5' });
    const { body: sliced } = await post(`/grants/${grant.id}/top-slices`, { ...topSlice, amount: '27' });
    const { body: varied } = await post(`/grants/${grant.id}/variations`, { ...variation, grossAmount: '15235.00' });

    expect(received).toMatchObject({
      amount: '6263.50',
      grant: { receivedAmount: '6263.50', outstandingAmount: '6263.50' },
    });
    expect(sliced).toMatchObject({ amount: '27.00', grant: { netAmount: '12500.00', outstandingAmount: '6236.50' } });
    expect(varied).toMatchObject({ before: { grossAmount: '14235.00' }, after: { grossAmount: '15235.00' } });
    expect((await get(`/grants/${grant.id}`)).body).toMatchObject({
      netAmount: '13500.00',
      outstandingAmount: '7236.50',
      agreed: { grossAmount: '14235.00' },
    });
  });

  it('takes one bank credit over several receipts that state its total, up to that total', async () => {
    const { agree, receive } = await freshLedger(api);
    const [{ body: first }, { body: second }] = [await agree(), await agree()];
    const shared = { bankReference: 'BATCH', bankTotal: '150.00' };

    const replies = [
      await receive(first.id, shared),
      await receive(second.id, { ...shared, amount: '50.01' }),
      await receive(second.id, { ...shared, bankTotal: '151.00', amount: '50.00' }),
      await receive(second.id, { bankReference: 'batch', amount: '50.00' }),
      await receive(second.id, { ...shared, bankReference: ' batch ', amount: '50.00' }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([201, 409, 409, 409, 201]);
  });

  it('takes dates from the Act to today, and amounts from a penny to the largest', async () => {
    const { agree, receive } = await freshLedger(api);
    const largest = '999999999999.99';
    const today = new Date().toISOString().slice(0, 10);

    const { body: grant, status } = await agree({ grossAmount: largest, topSlices: [], agreedOn: '1998-07-31' });
    const receipts = [
      await receive(grant.id, { amount: '0.01', receivedOn: '1998-07-31' }),
      await receive(grant.id, { amount: '999999999999.98', receivedOn: today }),
    ];

    expect([status, grant.outstandingAmount]).toEqual([201, largest]);
    expect(receipts.map((reply) => reply.status)).toEqual([201, 201]);
    expect(receipts[1]?.body.grant).toMatchObject({ receivedAmount: largest, outstandingAmount: '0.00' });
  });

  it('shows a condition as met from its fulfilment on, and as unmet again when that is reversed', async () => {
    const { agree, post, get } = await freshLedger(api);
    const { body: grant } = await agree({ conditions: ['One.', 'Two.'] });

    const { body: met } = await post(`/grants/${grant.id}/conditions/2/fulfilment`, fulfilment);
    const { body: before } = await get(`/grants/${grant.id}`);
    await post(`/journal/${met.sequence}/reversal`, { reason: 'Not yet.', effectiveOn: '2017-09-01' });
    const { body: after } = await get(`/grants/${grant.id}`);

    expect(met).toMatchObject({ number: 2, text: 'Two.', metOn: '2017-08-01' });
    expect(before.conditions.map((one: { metOn: string | null }) => one.metOn)).toEqual([null, '2017-08-01']);
    expect(after.conditions.map((one: { metOn: string | null }) => one.metOn)).toEqual([null, null]);
  });
});
