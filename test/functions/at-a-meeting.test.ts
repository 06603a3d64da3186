import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { type AwardCalls, attendance, did, type Who } from '../award-calls.ts';
import type { ItemName } from './award-names.ts';
import { checkedApiOver } from './checked-api.ts';
import { anyId, groupLedger, inGroup } from './group-ledger.ts';
import { type Ledger, type Refusals, testRefusals } from './refusals.ts';

const councilOfficer = { authorityId: 'maldon-district-council', name: 'A council officer' };
const policeOfficer = { authorityId: 'essex-police', name: 'The vice-chair' };

const declaring = ({ to }: Ledger, meetingId: string, awardId: string, more: object = {}): Call =>
  to('POST', `/meetings/${meetingId}/interests`, { awardId, nature: 'A trustee.', ...more });

const ratification = { outcome: 'ratified', minuteReference: '4' };
const acted = async (group: AwardCalls): Promise<string> => {
  const awardId = await group.propose();
  await did(group.act(awardId));
  return awardId;
};
/** A ratification at a meeting, of chair's action taken before it. */
const ratifying = (
  by: (group: AwardCalls) => Who,
  first: (group: AwardCalls, meetingId: string, awardId: string) => Promise<unknown> = async () => undefined,
  meetingOf: (group: AwardCalls) => Promise<string> = (group) => group.openMeeting(),
) =>
  inGroup(async (group, { to }) => {
    const [awardId, meetingId] = [await acted(group), await meetingOf(group)];
    await first(group, meetingId, awardId);
    return to('POST', `/meetings/${meetingId}/ratifications`, { awardId, ...ratification }, by(group));
  });
const byViceChair = ({ viceChair }: AwardCalls): Who => viceChair;

const refusals: Refusals<ItemName> = {
  declareInterest: {
    'not-found': inGroup(async (group, ledger) => declaring(ledger, await group.schedule(), anyId)),
    'meeting-not-open': inGroup(async (group, ledger) => {
      const meetingId = await group.openMeeting();
      const awardId = await group.proposeTo(meetingId);
      await did(group.close(meetingId));
      return declaring(ledger, meetingId, awardId);
    }),
    'invalid-transition': inGroup(async (group, ledger) => {
      const meetingId = await group.openMeeting();
      const awardId = await group.proposeTo(meetingId);
      await did(group.decide(awardId, meetingId));
      return declaring(ledger, meetingId, awardId);
    }),
    'too-many': inGroup(async (group, ledger) => {
      const meetingId = await group.schedule();
      const awardId = await group.propose();
      for (let count = 1; count <= 50; count += 1)
        await did(group.declare(meetingId, { awardId, subject: `member-${count}` }));
      return declaring(ledger, meetingId, awardId);
    }),
  },
  ratifyChairsAction: {
    'not-found': inGroup(async (group, { to }) => {
      const body = { awardId: anyId, ...ratification };
      return to('POST', `/meetings/${await group.openMeeting()}/ratifications`, body, group.viceChair);
    }),
    'meeting-not-open': ratifying(byViceChair, undefined, (group) => group.schedule()),
    'invalid-transition': ratifying(byViceChair, (group, meetingId, awardId) => did(group.ratify(meetingId, awardId))),
    'not-presiding': ratifying(({ chair }) => ({ ...chair, subject: 'another chair' })),
    'separation-of-duties': ratifying(({ chair }) => chair),
    'interest-declared': ratifying(byViceChair, (group, meetingId, awardId) =>
      did(group.declare(meetingId, { awardId }, group.viceChair)),
    ),
    'meeting-not-quorate': ratifying(byViceChair, (group, meetingId, awardId) =>
      did(group.declare(meetingId, { awardId, attendee: councilOfficer })),
    ),
    'date-out-of-order': ratifying(byViceChair, undefined, (group) => group.openMeeting({ heldOn: '2017-09-24' })),
  },
};

describe('what is before a meeting', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('is its agenda, with who presides over each item, quorum for it, and what was decided', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const [decided, interested, waiting] = [
      await group.proposeTo(meetingId),
      await group.proposeTo(meetingId, { title: 'Second' }),
      await group.proposeTo(meetingId, { title: 'Third' }),
    ];
    await did(group.declare(meetingId, { awardId: interested }, group.chair));
    await did(group.declare(meetingId, { awardId: interested, attendee: councilOfficer }));
    await did(group.decide(decided, meetingId, { amountApproved: '300' }));

    const { body } = await group.meeting(meetingId);

    const whole = { authorities: ['essex-police', 'maldon-district-council'], needed: 2, isMet: true };
    const item = { kind: 'proposal', amountRequested: '400.00', presiding: 'The chair', quorum: whole };
    expect(body.quorum).toEqual(whole);
    expect(body.agenda).toMatchObject([
      { ...item, awardId: decided, outcome: 'approved', amountApproved: '300.00', minuteReference: '9.1' },
      {
        ...item,
        awardId: interested,
        presiding: 'The vice-chair',
        quorum: { authorities: ['essex-police'], needed: 2, isMet: false },
        interests: [{ subject: 'chair' }, { attendee: councilOfficer }],
      },
      { ...item, awardId: waiting, title: 'Third', interests: [] },
    ]);
    expect(body.agenda.map(({ outcome }: { outcome?: string }) => outcome)).toEqual(['approved', undefined, undefined]);
  });

  it('is the chair’s action that waits to be ratified, until it is', async () => {
    const { group } = await groupLedger(api);
    const awardId = await acted(group);
    const meetingId = await group.openMeeting();

    const { body: before } = await group.meeting(meetingId);
    const { ratification: state } = await did(group.ratify(meetingId, awardId));
    const { body: after } = await group.meeting(meetingId);

    const { title, fundId } = (await group.award(awardId)) as { title: string; fundId: string };
    expect(before.toRatify).toEqual([
      { awardId, title, fundId, amountApproved: '400.00', actedOn: '2017-09-25', dueOn: '2018-01-23' },
    ]);
    expect(state).toMatchObject({ status: 'ratified', ratifiedOn: '2017-10-06', meetingId, minuteReference: '4' });
    expect(after.toRatify).toEqual([]);
    expect(after.agenda).toMatchObject([{ awardId, kind: 'ratification', outcome: 'ratified' }]);
  });

  it('falls due at the next meeting where the terms say no number of days', async () => {
    const { group } = await groupLedger(api);
    await group.setTerms({ ratificationDays: undefined }, '2017-04-01');
    const awardId = await acted(group);

    const meetingId = await group.schedule();
    await did(group.attend(meetingId));
    const { body: before } = await group.meeting(meetingId);
    await did(group.open(meetingId));
    const { body: after } = await group.meeting(meetingId);

    expect([before, after].map(({ toRatify }) => toRatify)).toMatchObject([
      [{ awardId, dueOn: null }],
      [{ awardId, dueOn: '2017-10-06' }],
    ]);
  });

  it('takes an interest of somebody with a login, by login and by who they are there', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const [one, other] = [await group.proposeTo(meetingId), await group.proposeTo(meetingId)];

    const byLogin = await did(group.declare(meetingId, { awardId: one, subject: 'vice-chair' }));
    const byName = await did(group.declare(meetingId, { awardId: other, attendee: policeOfficer }));
    const twice = await group.declare(meetingId, { awardId: other }, group.viceChair);

    const both = { subject: 'vice-chair', attendee: policeOfficer, nature: 'A trustee.', meetingId };
    expect([byLogin, byName]).toMatchObject([both, both]);
    expect(twice.body).toMatchObject({ code: 'invalid-transition', detail: 'This interest is declared already.' });
  });

  it('takes an interest of somebody without a login, and of a login that is not there', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);

    const there = await did(group.declare(meetingId, { awardId, attendee: councilOfficer }));
    const away = await did(group.declare(meetingId, { awardId, subject: 'a-clerk' }));
    const unknown = await group.declare(meetingId, { awardId, attendee: { ...councilOfficer, name: 'Nobody' } });

    expect(there).not.toHaveProperty('subject');
    expect(away).not.toHaveProperty('attendee');
    expect(unknown).toMatchObject({ status: 404, body: { detail: expect.stringContaining('“Nobody”') } });
    expect((await group.award(awardId)).interests).toMatchObject([
      { attendee: councilOfficer },
      { subject: 'a-clerk' },
    ]);
  });

  it('takes an interest of one’s own from whoever may act, and of others from the coordinator alone', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.schedule();
    const awardId = await group.propose();
    await did(group.attend(meetingId));

    const ofOthers = [
      await group.declare(meetingId, { awardId, subject: 'chair' }, group.officer),
      await group.declare(meetingId, { awardId, attendee: policeOfficer }, group.viceChair),
    ];
    const own = [
      await group.declare(meetingId, { awardId }, group.officer),
      await group.declare(meetingId, { awardId, subject: 'vice-chair' }, group.viceChair),
    ];

    expect(ofOthers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'forbidden'],
      [403, 'forbidden'],
    ]);
    expect(own.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('is decided at another meeting with the same interests, whoever recorded the attendance', async () => {
    const { group } = await groupLedger(api);
    const awardId = await group.propose();
    await did(group.declare(await group.schedule(), { awardId }, group.chair));
    const meetingId = await group.openMeeting(
      {},
      { ...attendance, presiding: { subject: 'chair', name: 'The chair' } },
    );
    await did(group.submit(awardId, meetingId));

    const replies = [
      await group.decide(awardId, meetingId),
      await group.decide(awardId, meetingId, {}, group.viceChair),
    ];

    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'interest-declared'],
      [201, undefined],
    ]);
  });
});
