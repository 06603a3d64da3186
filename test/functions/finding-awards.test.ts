import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { did, heldOn } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { groupLedger } from './group-ledger.ts';

const rejected = { outcome: 'rejected', amountApproved: undefined };

describe('an award that is looked for', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  it('is found by status, by meeting, by fund and by the priorities that it serves', async () => {
    const { group, as, get, openFund } = await groupLedger(api);
    const items = ['road-safety', 'rural-crime'].map((one) => ({ id: one, name: one }));
    await did(as({ method: 'PUT', path: '/years/2017-18/priorities', body: { items }, ...group.coordinator }));
    await openFund('other');
    const meetingId = await group.openMeeting();
    const [approved, waiting, draftId] = [
      await group.proposeTo(meetingId, { priorities: ['road-safety', 'rural-crime'] }),
      await group.proposeTo(meetingId, { priorities: ['rural-crime'] }),
      await group.propose({ fundId: 'other' }),
    ];
    await did(group.decide(approved, meetingId));
    const found = async (query: string): Promise<string[]> =>
      (await get(`/awards${query}`)).body.items.map((award: { id: string }) => award.id);

    expect(await found('')).toEqual([approved, waiting, draftId]);
    expect(await found('?status=approved')).toEqual([approved]);
    expect(await found('?status=draft')).toEqual([draftId]);
    expect(await found('?status=rejected')).toEqual([]);
    expect(await found(`?meetingId=${meetingId}`)).toEqual([approved, waiting]);
    expect(await found('?fundId=other')).toEqual([draftId]);
    expect(await found('?priority=rural-crime')).toEqual([approved, waiting]);
    expect(await found('?priority=road-safety&fundId=partnership-fund&status=approved')).toEqual([approved]);
    expect(await found(`?meetingId=${meetingId}&fundId=other`)).toEqual([]);
  });

  it('is found by the meeting that rejected it, or deferred it', async () => {
    const { group, get } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const [one, other] = [await group.proposeTo(meetingId), await group.proposeTo(meetingId)];
    await did(group.decide(one, meetingId, rejected));
    await did(group.decide(other, meetingId, { ...rejected, outcome: 'deferred' }));

    const { body } = await get(`/awards?meetingId=${meetingId}`);

    expect(body.items.map((award: { id: string }) => award.id)).toEqual([one, other]);
  });

  it('has a history of everything that was done to it, in the journal’s words', async () => {
    const { group, get, post } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    await did(group.declare(meetingId, { awardId, subject: 'a-clerk' }));
    await did(group.decide(awardId, meetingId));
    const { sequence } = await did(group.pay(awardId));
    await did(group.pay(awardId));
    await did(group.refund(awardId));
    const reversal = { reason: 'It bounced.', effectiveOn: '2018-02-01' };
    const { sequence: reversedBy } = await did(post(`/journal/${sequence}/reversal`, reversal));
    await did(group.closeAward(awardId));

    const { history } = await group.award(awardId);

    expect(history.map(({ type }: { type: string }) => type)).toEqual([
      'award-proposed',
      'award-submitted',
      'interest-declared',
      'award-decided',
      'award-paid',
      'award-paid',
      'award-refunded',
      'entry-reversed',
      'award-closed',
    ]);
    for (const { entryId, ...entry } of history) {
      const { body } = await get(`/journal/${entry.sequence}`);
      expect(body).toMatchObject({ id: entryId, ...entry });
    }
    expect(history[4]).toMatchObject({ sequence, reversedBy });
    expect(history[7]).toMatchObject({ sequence: reversedBy, reverses: sequence, recordedBy: { subject: 'officer' } });
    expect(history[3]).toMatchObject({ effectiveOn: heldOn, recordedBy: { subject: 'chair' } });
  });
});
