import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { type AwardCalls, closure, did, payment, refund } from '../award-calls.ts';
import type { MoneyName } from './award-names.ts';
import { checkedApiOver } from './checked-api.ts';
import { anyId, type GroupLedger, groupLedger, inGroup } from './group-ledger.ts';
import { type Ledger, type Refusals, testRefusals } from './refusals.ts';

const refunding = { ...refund, bankReference: 'BACK-1' };
const unconfirmed = { amountApproved: undefined };
const rejected = { outcome: 'rejected', ...unconfirmed };

async function decided(group: AwardCalls, decision: object): Promise<string> {
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId);
  await did(group.decide(awardId, meetingId, decision));
  return awardId;
}
const approved = (group: AwardCalls): Promise<string> => decided(group, {});
async function paid(group: AwardCalls): Promise<string> {
  const awardId = await approved(group);
  await did(group.pay(awardId));
  return awardId;
}

/** What is done with the money of an award that a function makes. */
const withMoney = (
  path: string,
  body: object,
  awardOf: (group: AwardCalls, ledger: Ledger) => Promise<string>,
  more = {},
) =>
  inGroup(
    async (group, ledger): Promise<Call> =>
      ledger.to('POST', `/awards/${await awardOf(group, ledger)}${path}`, body, more),
  );
const noAward = async (): Promise<string> => anyId;
const decider = { subject: 'chair' };
const paying = (awardOf: (group: AwardCalls) => Promise<string>, more: object = {}, call: Partial<Call> = {}) =>
  withMoney('/payments', { ...payment, ...more }, awardOf, call);
const givingBack = (
  awardOf: (group: AwardCalls, ledger: Ledger) => Promise<string>,
  more: object = {},
  call: Partial<Call> = {},
) => withMoney('/refunds', { ...refunding, ...more }, awardOf, call);
const closing = (awardOf: (group: AwardCalls) => Promise<string>, more: object = {}) =>
  withMoney('/closure', { ...closure, ...more }, awardOf);

const refusals: Refusals<MoneyName> = {
  payAward: {
    'not-found': paying(noAward),
    'invalid-transition': paying((group) => group.propose()),
    'separation-of-duties': paying(approved, {}, decider),
    'amount-not-confirmed': paying((group) => decided(group, unconfirmed)),
    'payment-exceeds-commitment': paying(approved, { amount: '400.01' }),
    'date-out-of-order': paying(approved, { paidOn: '2017-10-05' }),
  },
  refundAward: {
    'not-found': givingBack(noAward),
    'invalid-transition': givingBack((group) => decided(group, rejected)),
    'separation-of-duties': givingBack(paid, {}, { subject: 'coordinator' }),
    'refund-exceeds-paid': givingBack(paid, { amount: '100.01' }),
    'duplicate-bank-reference': givingBack(async (group, { agree, receive }) => {
      const { id } = await did(agree());
      await did(receive(id, { bankReference: ' back-1' }));
      return paid(group);
    }),
    'date-out-of-order': givingBack(paid, { receivedOn: '2017-11-16' }),
  },
  closeAward: {
    'not-found': closing(noAward),
    'invalid-transition': closing((group) => decided(group, rejected)),
    'date-out-of-order': closing(paid, { closedOn: '2017-11-16' }),
  },
};

describe('the money of an award', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  const figuresOf = async ({ group, get }: GroupLedger, awardId: string) => {
    const { status, paidAmount, refundedAmount, committedAmount } = await group.award(awardId);
    const { balance, committed, uncommitted } = (await get('/funds/partnership-fund')).body;
    return { status, paidAmount, refundedAmount, committedAmount, balance, committed, uncommitted };
  };

  it('is paid in parts, in batches, to the last penny that is committed and no further', async () => {
    const { group } = await groupLedger(api);
    const awardId = await approved(group);

    const replies = [
      await group.pay(awardId, { amount: '0.01' }),
      await group.pay(awardId, { amount: '399.98' }),
      await group.pay(awardId, { amount: '0.02' }),
      await group.pay(awardId, { amount: '0.01', note: 'The last.' }),
      await group.pay(awardId, { amount: '0.01' }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([201, 201, 409, 201, 409]);
    expect(replies[1]?.body).toMatchObject({
      ...payment,
      amount: '399.98',
      awardId,
      fundId: 'partnership-fund',
      award: { status: 'approved', amountApproved: '400.00', paidAmount: '399.99', committedAmount: '0.01' },
      fund: { balance: '12127.01', committed: '0.01', uncommitted: '12127.00' },
    });
    expect(replies[3]?.body).toMatchObject({ note: 'The last.', award: { paidAmount: '400.00' } });
  });

  it('comes back in part, which lowers spending and restores no commitment', async () => {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const awardId = await paid(group);

    const { body } = await group.refund(awardId, { bankReference: ' back-2 ', note: 'Unspent.' });
    const tooMuch = await group.refund(awardId, { amount: '70.01', bankReference: 'BACK-3' });

    expect(body).toMatchObject({
      amount: '30.00',
      note: 'Unspent.',
      award: { paidAmount: '100.00', refundedAmount: '30.00', committedAmount: '300.00' },
      fund: { balance: '12457.00', committed: '300.00', uncommitted: '12157.00' },
    });
    expect(tooMuch.body.detail).toBe('£70.00 was paid and has not come back; this refund is £70.01.');
  });

  it('is released by closing as far as it is unpaid, and still comes back afterwards', async () => {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const awardId = await paid(group);

    const { body: closed } = await group.closeAward(awardId);
    const late = await group.pay(awardId, { paidOn: '2018-03-02' });
    const refunded = await group.refund(awardId, { receivedOn: '2018-04-15' });

    expect(closed).toMatchObject({ released: '300.00', award: { status: 'closed', committedAmount: '0.00' } });
    expect(closed.fund).toMatchObject({ committed: '0.00', uncommitted: '12427.00' });
    expect(late.body.detail).toBe('The award is closed: nothing can be paid.');
    expect(refunded.status).toBe(201);
    expect(await figuresOf(ledger, awardId)).toMatchObject({
      status: 'closed',
      balance: '12457.00',
      committed: '0.00',
    });
  });

  it('that bounced is committed again, and opens a closed award', async () => {
    const ledger = await groupLedger(api);
    const { group, post } = ledger;
    const awardId = await approved(group);
    const { sequence } = await did(group.pay(awardId));
    await did(group.closeAward(awardId));

    await did(post(`/journal/${sequence}/reversal`, { reason: 'It bounced.', effectiveOn: '2018-03-05' }));

    expect(await figuresOf(ledger, awardId)).toEqual({
      status: 'approved',
      paidAmount: '0.00',
      refundedAmount: '0.00',
      committedAmount: '100.00',
      balance: '12527.00',
      committed: '100.00',
      uncommitted: '12427.00',
    });
    expect((await group.pay(awardId, { paidOn: '2018-03-06' })).status).toBe(201);
  });

  it('is handled by nobody who proposed or decided the award, reversals included', async () => {
    const { id, group, post } = await groupLedger(api);
    const awardId = await approved(group);
    const { sequence } = await did(group.pay(awardId));
    const groups = [`${id}:finance-officer`];
    const reversal = { reason: 'It bounced.', effectiveOn: '2018-03-05' };

    const replies = await Promise.all(
      ['coordinator', 'chair'].flatMap((subject) => [
        group.pay(awardId, {}, { subject, groups }),
        group.refund(awardId, {}, { subject, groups }),
        post(`/journal/${sequence}/reversal`, reversal, { subject, groups }),
      ]),
    );

    expect(replies.map(({ body }) => `${body.code}: ${body.detail}`)).toEqual(
      ['proposed', 'decided'].flatMap((what) =>
        Array.from(
          { length: 3 },
          () => `separation-of-duties: You ${what} this award, so somebody else handles its money.`,
        ),
      ),
    );
  });

  it('is one bank credit with a receipt where both state its total', async () => {
    const { group, agree, receive } = await groupLedger(api);
    const { id } = await did(agree());
    const awardId = await paid(group);
    const shared = { bankReference: 'BATCH', bankTotal: '130.00' };
    await did(receive(id, shared));

    const replies = [
      await group.refund(awardId, { bankReference: 'BATCH' }),
      await group.refund(awardId, { ...shared, amount: '30.01' }),
      await group.refund(awardId, shared),
    ];

    expect(replies.map(({ status }) => status)).toEqual([409, 409, 201]);
  });
});
