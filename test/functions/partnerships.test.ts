import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { partnershipOperations } from '../../functions/partnerships/operations.ts';
import { type Api, startTables, type TestTables } from '../api.ts';
import { approvedAward } from './approved-award.ts';
import { checkedApiOver } from './checked-api.ts';
import { completeBodies } from './complete-bodies.ts';
import { inGroup } from './group-ledger.ts';
import {
  beforeOpening,
  freshLedger,
  type Ledger,
  nowhere,
  type Refusals,
  testRefusals,
  unreachable,
} from './refusals.ts';

const openingBalance = { effectiveOn: '2016-04-01', reference: 'R', bank: '100.00' };
const owedBoth = {
  ...openingBalance,
  receivables: [{ funder: { id: 'debtor', name: 'A debtor' }, amount: '50.00' }],
  repayables: [{ funder: { id: 'creditor', name: 'A creditor' }, amount: '20.00' }],
};
const opened = (ledger: Ledger, body: object = openingBalance) =>
  ledger.post('/funds/partnership-fund/opening-balance', body);
const receiptPath = '/funds/partnership-fund/opening-balance/receipts';
const openingReceipt = { amount: '50.00', funder: 'debtor', receivedOn: '2016-05-03', bankReference: 'BANK-1' };
const repaymentPath = '/funds/partnership-fund/opening-balance/repayments';
const openingRepayment = { amount: '20.00', funder: 'creditor', paidOn: '2016-05-03', paymentReference: 'P' };
const terms = { quorum: 2 };
const priorities = { items: [{ id: 'one', name: 'One' }] };
const funder = { names: [{ name: 'A funder' }] };
const wrongRevision = { headers: { 'if-match': '"r999"' } };

const refusals: Refusals<keyof typeof partnershipOperations> = {
  createPartnership: {
    'already-exists': ({ id, to }) => ({
      ...to('POST', ''),
      path: '/v1/partnerships',
      body: { ...completeBodies.createPartnership, id },
    }),
  },
  listPartnerships: { 'not-found': unreachable('no path names anything') },
  getPartnership: { 'not-found': () => nowhere('GET', '') },
  putTermsOfReference: {
    'not-found': () => nowhere('PUT', '/terms-of-reference/2017-04-01', terms),
    'revision-required': ({ to }) => to('PUT', '/terms-of-reference/1998-07-31', terms),
    'revision-mismatch': ({ to }) => to('PUT', '/terms-of-reference/1998-07-31', terms, wrongRevision),
    'terms-relied-on': inGroup(async (group, { to }) => {
      await approvedAward(group);
      return to('PUT', '/terms-of-reference/2017-10-06', terms);
    }),
    'quorum-out-of-reach': ({ to }) => to('PUT', '/terms-of-reference/2017-04-01', { ...terms, quorum: 40 }),
  },
  getTermsOfReference: { 'not-found': ({ to }) => to('GET', '/terms-of-reference/2017-04-01') },
  listTermsOfReference: { 'not-found': () => nowhere('GET', '/terms-of-reference') },
  putPriorities: {
    'not-found': ({ to }) => to('PUT', '/years/2017-18/priorities', completeBodies.putPriorities),
    'revision-required': async ({ as, to }) => {
      const call = to('PUT', '/years/2017-18/priorities', priorities);
      await as({ ...call, path: '/years/2017-18/priorities' });
      return call;
    },
    'revision-mismatch': ({ to }) => to('PUT', '/years/2017-18/priorities', priorities, wrongRevision),
  },
  getPriorities: { 'not-found': ({ to }) => to('GET', '/years/2017-18/priorities') },
  putFunder: {
    'not-found': () => nowhere('PUT', '/funders/one', funder),
    'revision-required': async ({ agree, to }) => {
      await agree();
      return to('PUT', '/funders/essex-pcc', funder);
    },
    'revision-mismatch': ({ to }) => to('PUT', '/funders/one', funder, { headers: { 'if-match': '*' } }),
  },
  getFunder: { 'not-found': ({ to }) => to('GET', '/funders/one') },
  listFunders: { 'not-found': () => nowhere('GET', '/funders') },
  openFund: {
    'not-found': () => nowhere('POST', '/funds', completeBodies.openFund),
    'already-exists': ({ to }) => to('POST', '/funds', { ...completeBodies.openFund, id: 'partnership-fund' }),
    'too-many-funds': async ({ openFund, to }) => {
      for (let count = 1; count < 30; count += 1) await openFund(`fund-${count}`);
      return to('POST', '/funds', completeBodies.openFund);
    },
  },
  listFunds: { 'not-found': () => nowhere('GET', '/funds') },
  getFund: { 'not-found': ({ to }) => to('GET', '/funds/other') },
  recordOpeningBalance: {
    'not-found': ({ to }) => to('POST', '/funds/other/opening-balance', openingBalance),
    'already-exists': async (ledger) => {
      await opened(ledger);
      return ledger.to('POST', '/funds/partnership-fund/opening-balance', openingBalance);
    },
    'not-first-entry': async ({ agree, to }) => {
      await agree();
      return to('POST', '/funds/partnership-fund/opening-balance', openingBalance);
    },
  },
  recordOpeningReceipt: {
    'not-found': ({ to }) => to('POST', '/funds/other/opening-balance/receipts', openingReceipt),
    'receipt-exceeds-outstanding': async (ledger) => {
      await opened(ledger, owedBoth);
      return ledger.to('POST', receiptPath, { ...openingReceipt, amount: '50.01' });
    },
    'duplicate-bank-reference': async (ledger) => {
      await opened(ledger, owedBoth);
      await ledger.post(receiptPath, { ...openingReceipt, amount: '1.00' });
      return ledger.to('POST', receiptPath, { ...openingReceipt, amount: '1.00', bankReference: ' bank-1 ' });
    },
    'date-out-of-order': beforeOpening(({ to }) => {
      const body = { funder: 'essex-pcc', amount: '1.00', receivedOn: '2018-05-01', bankReference: 'EARLY' };
      return to('POST', '/funds/late/opening-balance/receipts', body);
    }),
  },
  recordOpeningRepayment: {
    'not-found': ({ to }) => to('POST', '/funds/other/opening-balance/repayments', openingRepayment),
    'repayment-exceeds-owed': async (ledger) => {
      await opened(ledger, owedBoth);
      return ledger.to('POST', repaymentPath, { ...openingRepayment, amount: '20.01' });
    },
    'date-out-of-order': beforeOpening(({ to }) => {
      const body = { funder: 'essex-pcc', amount: '1.00', paidOn: '2018-05-01', paymentReference: 'EARLY' };
      return to('POST', '/funds/late/opening-balance/repayments', body);
    }),
  },
};

describe('partnerships and what is set up in them', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('brings an opening balance into a fund, names its funders, and settles what was owed', async () => {
    const ledger = await freshLedger(api);

    const { body } = await opened(ledger, owedBoth);
    await ledger.post(receiptPath, openingReceipt);
    await ledger.post(repaymentPath, openingRepayment);

    expect(body).toMatchObject({ amount: '130.00', fund: { balance: '130.00', uncommitted: '130.00' } });
    expect((await ledger.get('/funders')).body.items.map(({ id }: { id: string }) => id)).toEqual([
      'creditor',
      'debtor',
    ]);
    expect((await ledger.statement('', '2016-17')).body.funds[0]).toMatchObject({
      openingBalance: '130.00',
      cash: '130.00',
    });
    expect((await ledger.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true });
  });

  it('brings an opening balance with one funder on both sides, new to the partnership', async () => {
    const ledger = await freshLedger(api);
    const both = { id: 'both', name: 'Both' };

    const reply = await opened(ledger, {
      ...openingBalance,
      receivables: [
        { funder: both, amount: '5.00' },
        { funder: 'both', amount: '1.00' },
      ].slice(0, 1),
      repayables: [{ funder: both, amount: '3.00' }],
    });

    expect([reply.status, reply.body.amount]).toEqual([201, '102.00']);
  });

  it('brings an opening balance with as many new funders as it may name', async () => {
    const ledger = await freshLedger(api);
    const receivables = Array.from({ length: 50 }, (_, place) => ({
      funder: { id: `f-${place}`, name: 'F' },
      amount: '1.00',
    }));

    expect((await opened(ledger, { ...openingBalance, receivables })).status).toBe(201);
    expect((await ledger.get('/funders?limit=100')).body.items).toHaveLength(50);
  });
});
