import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { type AwardCalls, did } from '../award-calls.ts';
import { approvedAward } from './approved-award.ts';
import { checkedApiOver } from './checked-api.ts';
import { type GroupLedger, groupLedger } from './group-ledger.ts';

const reversal = { reason: 'Entered by mistake.', effectiveOn: '2018-02-01' };

describe('reversing what happened to an award', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const reverse = ({ post }: GroupLedger, { sequence }: { readonly sequence: number }) =>
    post(`/journal/${sequence}/reversal`, reversal);

  /** Where the award and its fund stand. */
  async function figures({ group, get }: GroupLedger, awardId: string): Promise<Record<string, unknown>> {
    const { status, committedAmount, paidAmount, refundedAmount } = await group.award(awardId);
    const { balance, committed, uncommitted } = (await get('/funds/partnership-fund')).body;
    return { status, committedAmount, paidAmount, refundedAmount, balance, committed, uncommitted };
  }

  const unpaid = {
    status: 'approved',
    committedAmount: '400.00',
    paidAmount: '0.00',
    refundedAmount: '0.00',
    balance: '12527.00',
    committed: '400.00',
    uncommitted: '12127.00',
  };

  it('commits a payment again, and takes it out of spending', async () => {
    const ledger = await groupLedger(api);
    const { awardId } = await approvedAward(ledger.group);
    const payment = await did(ledger.group.pay(awardId));
    const paid = await figures(ledger, awardId);

    await did(reverse(ledger, payment));

    const money = { committedAmount: '300.00', paidAmount: '100.00', balance: '12427.00', committed: '300.00' };
    expect(paid).toEqual({ ...unpaid, ...money });
    expect(await figures(ledger, awardId)).toEqual(unpaid);
    expect((await ledger.statement()).body.totals).toMatchObject({ expenditure: '0.00', committed: '400.00' });
    expect((await ledger.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true });
  });

  it('leaves room for the same payment again, and for no more', async () => {
    const ledger = await groupLedger(api);
    const { awardId } = await approvedAward(ledger.group);
    const payment = await did(ledger.group.pay(awardId, { amount: '400.00' }));
    const before = await ledger.group.pay(awardId, { amount: '0.01', paidOn: '2018-02-01' });
    await did(reverse(ledger, payment));

    const replies = [
      await ledger.group.pay(awardId, { amount: '400.01', paidOn: '2018-02-01' }),
      await ledger.group.pay(awardId, { amount: '400.00', paidOn: '2018-02-01' }),
    ];

    expect([before, ...replies].map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'payment-exceeds-commitment'],
      [409, 'payment-exceeds-commitment'],
      [201, undefined],
    ]);
  });

  it('takes a refund back into spending, leaves commitments alone, and frees its bank reference', async () => {
    const ledger = await groupLedger(api);
    const { awardId } = await approvedAward(ledger.group);
    await did(ledger.group.pay(awardId));
    const before = await figures(ledger, awardId);
    const refund = await did(ledger.group.refund(awardId, { bankReference: 'BACK-1' }));
    const refunded = await figures(ledger, awardId);
    const again = (): ReturnType<AwardCalls['refund']> => ledger.group.refund(awardId, { bankReference: 'back-1 ' });
    const refused = await again();

    await did(reverse(ledger, refund));
    const after = await figures(ledger, awardId);
    const accepted = await again();

    expect(refunded).toEqual({ ...before, refundedAmount: '30.00', balance: '12457.00', uncommitted: '12157.00' });
    expect(after).toEqual(before);
    expect([refused.body.code, accepted.status]).toEqual(['duplicate-bank-reference', 201]);
    expect((await ledger.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true });
  });

  it('keeps a payment out of which money came back, until the refund is reversed', async () => {
    const ledger = await groupLedger(api);
    const { awardId } = await approvedAward(ledger.group);
    const payment = await did(ledger.group.pay(awardId));
    const refund = await did(ledger.group.refund(awardId));

    const refused = await reverse(ledger, payment);
    const replies = [await reverse(ledger, refund), await reverse(ledger, payment)];

    expect([refused.status, refused.body.code]).toEqual([409, 'not-reversible']);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(await figures(ledger, awardId)).toEqual(unpaid);
  });

  it('is for somebody who neither proposed nor decided the award', async () => {
    const ledger = await groupLedger(api);
    const { group, post } = ledger;
    const { awardId } = await approvedAward(group);
    const entries = [await did(group.pay(awardId)), await did(group.refund(awardId))];

    const replies = await Promise.all(
      [group.coordinator, group.chair].flatMap(({ subject }) =>
        entries.map(({ sequence }) => post(`/journal/${sequence}/reversal`, reversal, { subject })),
      ),
    );

    expect(replies.map(({ status, body }) => [status, body.code])).toEqual(
      replies.map(() => [409, 'separation-of-duties']),
    );
  });

  it('extends to an interest that was declared by mistake, which then binds nobody', async () => {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    const interest = await did(group.declare(meetingId, { awardId, subject: group.chair.subject }));
    const refused = await group.decide(awardId, meetingId);

    await did(reverse(ledger, interest));
    const decided = await group.decide(awardId, meetingId);

    expect([refused.status, refused.body.code]).toEqual([409, 'interest-declared']);
    expect(decided.status).toBe(201);
    expect((await ledger.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true });
  });

  it('does not extend to what the group did, or what was proposed to it', async () => {
    const ledger = await groupLedger(api);
    const { awardId, meetingId } = await approvedAward(ledger.group);
    await did(ledger.group.vary(awardId, await ledger.group.schedule({ heldOn: '2017-11-03' })));
    await did(ledger.group.close(meetingId));
    const { body: journal } = await ledger.get('/journal');
    const entries: { sequence: number; type: string }[] = journal.items.slice(4);

    const replies = await Promise.all(entries.map((entry) => reverse(ledger, entry)));

    expect(entries.map(({ type }) => type)).toEqual([
      'meeting-scheduled',
      'attendance-recorded',
      'meeting-opened',
      'award-proposed',
      'award-submitted',
      'award-decided',
      'meeting-scheduled',
      'award-variation-proposed',
      'meeting-closed',
    ]);
    expect(replies.map(({ body }) => [body.code, body.because])).toEqual(
      replies.map(() => ['not-reversible', expect.stringContaining('a later meeting decides afresh')]),
    );
  });
});
