import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { type AwardCalls, did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { type GroupLedger, groupLedger } from './group-ledger.ts';

async function approved(group: AwardCalls): Promise<string> {
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId);
  await did(group.decide(awardId, meetingId));
  return awardId;
}
const later = { heldOn: '2018-01-12' };
const deferred = { outcome: 'deferred', amountApproved: undefined };

describe('what changes about an award', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const fund = async ({ get }: GroupLedger) => {
    const { balance, committed, uncommitted } = (await get('/funds/partnership-fund')).body;
    return { balance, committed, uncommitted };
  };

  it('is its amount, where a meeting approves a variation; the first approval stays visible', async () => {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const awardId = await approved(group);
    const meetingId = await group.openMeeting(later);

    const asked = await did(group.vary(awardId, meetingId));
    const before = await fund(ledger);
    const body = await did(group.decide(awardId, meetingId, { amountApproved: '450', minuteReference: '5' }));

    expect(asked).toMatchObject({
      status: 'approved',
      amountApproved: '400.00',
      variation: { amountRequested: '500.00' },
    });
    expect(before.committed).toBe('400.00');
    expect(body).toMatchObject({ amountApproved: '450.00', committedAmount: '450.00', fund: { committed: '450.00' } });
    expect(body).not.toHaveProperty('variation');
    const award = await group.award(awardId);
    expect(award.approvals).toMatchObject([{ amountApproved: '400.00' }, { amountApproved: '450.00', meetingId }]);
    expect(award.decisions).toMatchObject([
      { kind: 'proposal', amountApproved: '400.00', decidedOn: '2017-10-06' },
      { kind: 'variation', amountApproved: '450.00', amountBefore: '400.00', decidedOn: '2018-01-12' },
    ]);
  });

  it('is released where a variation is for less, and nothing where one is rejected or withdrawn', async () => {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const awardId = await approved(group);
    const meetingId = await group.openMeeting(later);
    const rejected = { outcome: 'rejected', amountApproved: undefined };

    await did(group.vary(awardId, meetingId));
    const { body: after } = await group.decide(awardId, meetingId, rejected);
    await did(group.vary(awardId, meetingId));
    const withdrawn = await did(group.withdraw(awardId));
    const unchanged = await fund(ledger);
    await did(group.vary(awardId, meetingId, { amountRequested: '150' }));
    await did(group.decide(awardId, meetingId, { amountApproved: '150' }));

    for (const same of [after, withdrawn]) expect(same).toMatchObject({ status: 'approved', amountApproved: '400.00' });
    expect([unchanged.committed, (await fund(ledger)).committed]).toEqual(['400.00', '150.00']);
    const outcomes = (await group.meeting(meetingId)).body.agenda.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual(['rejected', 'withdrawn', 'approved']);
  });

  it('is that the chair approved it between meetings, flagged until a meeting ratifies it', async () => {
    const ledger = await groupLedger(api);
    const { group, statement } = ledger;
    const awardId = await group.propose();

    const acted = await did(group.act(awardId));
    const meetingId = await group.openMeeting();
    const own = await group.ratify(meetingId, awardId, {}, group.chair);
    const ratified = await did(group.ratify(meetingId, awardId));

    expect(acted).toMatchObject({
      status: 'approved',
      committedAmount: '400.00',
      ratification: { status: 'awaited', actedBy: 'chair', actedOn: '2017-09-25', dueOn: '2018-01-23' },
      fund: { committed: '400.00', uncommitted: '12127.00' },
    });
    expect(own.body.detail).toBe('You took the chair’s action, so somebody else presides over its ratification.');
    expect(ratified.ratification).toMatchObject({ status: 'ratified', ratifiedOn: '2017-10-06', minuteReference: '4' });
    expect((await group.award(awardId)).decisions).toMatchObject([
      { type: 'chairs-action-taken', limit: '500.00', ratifyBy: '2018-01-23', reason: expect.any(String) },
      { type: 'chairs-action-ratified', outcome: 'ratified', released: '0.00', presiding: { name: 'The vice-chair' } },
    ]);
    const states = await Promise.all(
      ['2017-10-05', '2017-10-06'].map(
        async (asOf) => (await statement(`?asOf=${asOf}`)).body.awards[0].ratification.status,
      ),
    );
    expect(states).toEqual(['awaited', 'ratified']);
  });

  it('is an exception in statements where nobody ratifies it in time', async () => {
    const { group, statement } = await groupLedger(api);
    const awardId = await group.propose();
    await did(group.act(awardId));

    const onTime = await statement('?asOf=2018-01-23');
    const late = await statement('?asOf=2018-01-24');

    expect(onTime.body.exceptions).toEqual([]);
    expect(late.body.exceptions).toMatchObject([
      {
        code: 'unratified',
        awardId,
        detail:
          'Chair’s action on “Just Play football initiative”, £400.00, was to be ratified by 2018-01-23, and no meeting has done so.',
      },
    ]);
  });

  it('is released as far as it is unpaid where ratification is refused; what was paid is an exception', async () => {
    const ledger = await groupLedger(api);
    const { group, statement } = ledger;
    const awardId = await group.propose();
    await did(group.act(awardId));
    await did(group.pay(awardId, { paidOn: '2017-09-29' }));
    const meetingId = await group.openMeeting();

    const refused = await did(group.ratify(meetingId, awardId, { outcome: 'refused' }));
    const { body: before } = await statement();
    await did(group.refund(awardId, { amount: '100.00' }));
    const { body: after } = await statement();

    expect(refused).toMatchObject({ status: 'closed', committedAmount: '0.00', ratification: { status: 'refused' } });
    expect(await fund(ledger)).toEqual({ balance: '12527.00', committed: '0.00', uncommitted: '12527.00' });
    expect(before.exceptions).toMatchObject([
      {
        code: 'ratification-refused-paid',
        detail:
          'Ratification of “Just Play football initiative” was refused, and £100.00 of what was paid has not come back.',
      },
    ]);
    expect(after.exceptions).toEqual([]);
  });

  it('is beyond the fund’s balance only by the percentage that the terms allow, and says so', async () => {
    const { group } = await groupLedger(api);
    await group.setTerms({ overCommitmentPercent: 10 }, '2017-04-01');
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId, { amountRequested: '20000' });

    const beyond = await group.decide(awardId, meetingId, { amountApproved: '13779.71' });
    const { body } = await group.decide(awardId, meetingId, { amountApproved: '13779.70' });

    expect(beyond.body.detail).toBe(
      'The uncommitted balance of Partnership fund is £12,527.00 at the end of 2017/18, and awards may go £1,252.70 beyond it; this award needs £13,779.71.',
    );
    expect(body.fund.uncommitted).toBe('-1252.70');
    expect((await group.award(awardId)).decisions[0].moneyTest).toEqual({
      uncommittedBefore: '12527.00',
      overCommitment: { percent: 10, financialYear: '2017-18', allowance: '1252.70', used: '1252.70' },
    });
  });

  it('is its meeting, where it is deferred to a later one, or put on that one’s agenda afterwards', async () => {
    const { group } = await groupLedger(api);
    const [meetingId, next] = [await group.openMeeting(), await group.openMeeting({ heldOn: '2018-01-12' })];
    const [one, other] = [await group.proposeTo(meetingId), await group.proposeTo(meetingId)];

    const loose = await did(group.decide(one, meetingId, deferred));
    const bound = await did(group.decide(other, meetingId, { ...deferred, deferredTo: next }));
    await did(group.submit(one, next));

    expect([loose, bound].map(({ status, meetingId: id }) => [status, id])).toEqual([
      ['deferred', meetingId],
      ['deferred', next],
    ]);
    const items = [{ awardId: other, kind: 'proposal' }, { awardId: one }];
    expect((await group.meeting(next)).body.agenda).toMatchObject(items);
    for (const awardId of [one, other]) expect((await group.decide(awardId, next)).body.status).toBe('approved');
  });

  it('is never its meeting where that defers it to itself', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);

    const { status, body } = await group.decide(awardId, meetingId, { ...deferred, deferredTo: meetingId });

    expect([status, body.detail]).toEqual([409, 'It can’t be deferred to the meeting that defers it.']);
  });
});
