import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { type AwardCalls, action, approval, attendance, did, type Who } from '../award-calls.ts';
import type { DecidingName } from './award-names.ts';
import { checkedApiOver } from './checked-api.ts';
import { anyId, groupLedger, inGroup, throughMeetings } from './group-ledger.ts';
import { beforeOpening, type Ledger, type Refusals, testRefusals } from './refusals.ts';

const unconfirmed = { amountApproved: undefined };
const deferred = { outcome: 'deferred', ...unconfirmed };
const attendee = { authorityId: 'maldon-district-council', name: 'A council officer' };

type Stage = {
  /** What is proposed, and by whom. */
  readonly more?: (group: AwardCalls, ledger: Ledger) => Promise<object>;
  readonly proposer?: (group: AwardCalls) => Who;
  /** What happens before the call. */
  readonly first?: (group: AwardCalls, at: { meetingId: string; awardId: string }, ledger: Ledger) => Promise<unknown>;
  readonly by?: (group: AwardCalls) => Who;
  readonly body?: object | ((group: AwardCalls) => Promise<object>);
};

const asCoordinator = ({ coordinator }: AwardCalls): Who => coordinator;
const asChair = ({ chair }: AwardCalls): Who => chair;
/** Somebody who prepares meetings and presides over them. */
const chairWhoPrepares = ({ chair, coordinator }: AwardCalls): Who => ({ ...chair, groups: coordinator.groups });

/** A decision, or chair's action, on an award on the agenda of an open meeting. */
const onItem =
  (path: 'decision' | 'chairs-action', body: object) =>
  ({ more = async () => ({}), proposer = asCoordinator, first = async () => {}, by = asChair, ...stage }: Stage = {}) =>
    inGroup(async (group, ledger): Promise<Call> => {
      // The chair acts between meetings.
      const meetingId = await (path === 'decision' ? group.openMeeting() : group.schedule());
      const awardId = await group.proposeTo(meetingId, await more(group, ledger), proposer(group));
      await first(group, { meetingId, awardId }, ledger);
      const given = typeof stage.body === 'function' ? await stage.body(group) : stage.body;
      const meeting = path === 'decision' ? { meetingId } : {};
      return ledger.to('POST', `/awards/${awardId}/${path}`, { ...meeting, ...body, ...given }, by(group));
    });
const deciding = onItem('decision', approval);
const acting = onItem('chairs-action', action);

const interestOfChair: Stage['first'] = (group, { meetingId, awardId }) =>
  did(group.declare(meetingId, { awardId }, group.chair));
const ofTakenBackGrant: Stage = {
  more: async (_, ledger) => {
    const { id: grantId } = await did(ledger.agree());
    return { grantId };
  },
  first: async (_, __, ledger) => {
    const { body } = await ledger.get('/journal?type=grant-agreed');
    const { sequence } = body.items.at(-1);
    await did(ledger.post(`/journal/${sequence}/reversal`, { reason: 'A mistake.', effectiveOn: '2018-01-01' }));
  },
};
const tooDear = { more: async () => ({ amountRequested: '13000' }), body: { amountApproved: '12527.01' } };
const paidAndVaried: Stage['first'] = async (group, { meetingId, awardId }) => {
  await did(group.decide(awardId, meetingId));
  await did(group.pay(awardId));
  await did(group.vary(awardId, meetingId));
};

const refusals: Refusals<DecidingName> = {
  decideAward: {
    'not-found': inGroup(async (group, { to }) =>
      to('POST', `/awards/${anyId}/decision`, { meetingId: await group.openMeeting(), ...approval }, group.chair),
    ),
    'meeting-not-open': deciding({ body: async (group) => ({ meetingId: await group.schedule() }) }),
    'invalid-transition': deciding({ first: (group, { awardId }) => did(group.withdraw(awardId)) }),
    'not-presiding': deciding({ by: ({ viceChair }) => viceChair }),
    'separation-of-duties': deciding({ proposer: chairWhoPrepares }),
    'interest-declared': deciding({ first: interestOfChair }),
    'meeting-not-quorate': deciding({
      first: (group, { meetingId, awardId }) => did(group.declare(meetingId, { awardId, attendee })),
    }),
    'date-out-of-order': deciding({
      body: async (group) => ({ ...deferred, deferredTo: await group.schedule({ heldOn: '2017-10-05' }) }),
    }),
    'insufficient-funds': deciding(tooDear),
    'approval-exceeds-request': deciding({ body: { amountApproved: '400.01' } }),
    'already-reversed': deciding(ofTakenBackGrant),
    'approval-below-paid': deciding({ first: paidAndVaried, body: { amountApproved: '99.99' } }),
    'amount-not-confirmed': deciding({ first: paidAndVaried, body: unconfirmed }),
    'too-many': inGroup(async (group, { to }) => {
      const awardId = await throughMeetings(group, 49);
      const [meetingId, deferredTo] = [await group.openMeeting(), await group.openMeeting()];
      await did(group.submit(awardId, meetingId));
      const deferral = { outcome: 'deferred', minuteReference: '9.9', deferredTo };
      return to('POST', `/awards/${awardId}/decision`, { meetingId, ...deferral }, group.chair);
    }),
  },
  takeChairsAction: {
    'not-found': inGroup((group, { to }) => to('POST', `/awards/${anyId}/chairs-action`, action, group.chair)),
    'invalid-transition': acting({ first: (group, { awardId }) => did(group.act(awardId)) }),
    'not-presiding': acting({ by: ({ viceChair }) => viceChair }),
    'separation-of-duties': acting({ proposer: chairWhoPrepares }),
    'interest-declared': acting({ first: interestOfChair }),
    'chairs-action-limit': acting({ body: { amountApproved: '500.01' } }),
    'too-many': acting({
      first: async (group) => {
        for (let count = 1; count <= 30; count += 1)
          await did(group.act(await group.propose(), { amountApproved: '10' }));
      },
    }),
    'date-out-of-order': beforeOpening(
      acting({
        more: async () => ({ fundId: 'late' }),
        body: { amountApproved: '1.00', decidedOn: '2018-05-01' },
      }),
    ),
    'insufficient-funds': acting({ first: (_, __, { spend }) => did(spend({ amount: '12500' })) }),
    'approval-exceeds-request': acting({ body: { amountApproved: '400.01' } }),
    'already-reversed': acting(ofTakenBackGrant),
  },
};

describe('deciding an award', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('names the minute, who presided, which authorities counted, and what was free before', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);

    const conditions = ['Report by March.', 'Name the partnership.'];
    const { body } = await group.decide(awardId, meetingId, { amountApproved: '350', conditions, note: 'Moved.' });

    expect(body).toMatchObject({ status: 'approved', amountApproved: '350.00', committedAmount: '350.00', meetingId });
    expect(body.fund).toMatchObject({ balance: '12527.00', committed: '350.00', uncommitted: '12177.00' });
    expect((await group.award(awardId)).decisions).toMatchObject([
      {
        type: 'award-decided',
        kind: 'proposal',
        outcome: 'approved',
        decidedOn: '2017-10-06',
        decidedBy: { subject: 'chair' },
        amountApproved: '350.00',
        conditions,
        note: 'Moved.',
        minuteReference: '9.1',
        presiding: { subject: 'chair', name: 'The chair' },
        quorum: 2,
        authorities: ['essex-police', 'maldon-district-council'],
        moneyTest: { uncommittedBefore: '12527.00' },
        attendanceCorrections: [],
        minutesConfirmedAtMeetingId: null,
      },
    ]);
  });

  it('dry shows the balances that would result, and changes nothing', async () => {
    const { group, to } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    const call = to('POST', `/awards/${awardId}/decision`, { meetingId, ...approval }, group.chair);

    const dry = await api.call({ ...call, path: `${call.path}?dryRun=true` });
    const { status } = await group.award(awardId);
    const real = await api.call(call);

    expect([dry.status, dry.headers['dry-run'], status]).toEqual([201, 'true', 'submitted']);
    expect(dry.body).toMatchObject({ status: 'approved', fund: { committed: '400.00', uncommitted: '12127.00' } });
    expect({ ...dry.body, entryId: '' }).toEqual({ ...real.body, entryId: '' });
  });

  it('without an amount commits nothing until a later open meeting sets it', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId, { amountRequested: undefined });

    const { body: first } = await group.decide(awardId, meetingId, unconfirmed);
    const later = await group.openMeeting({ heldOn: '2018-01-12' });
    const { body: second } = await group.decide(awardId, later, { amountApproved: '250', minuteReference: '3.2' });

    expect(first).toMatchObject({ status: 'approved', amountApproved: null, fund: { committed: '0.00' } });
    expect(second).toMatchObject({ amountApproved: '250.00', meetingId: later, fund: { committed: '250.00' } });
    const { decisions, meetingIds } = await group.award(awardId);
    expect(decisions.map(({ kind }: { kind: string }) => kind)).toEqual(['proposal', 'amount']);
    expect(meetingIds).toEqual([meetingId, later]);
    expect((await group.meeting(later)).body.agenda).toMatchObject([{ awardId, kind: 'amount', outcome: 'approved' }]);
  });

  it('goes to the vice-chair for one item, where the chair proposed it', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const own = await group.proposeTo(meetingId, {}, chairWhoPrepares(group));
    const others = await group.proposeTo(meetingId);

    const replies = [
      await group.decide(own, meetingId, {}, group.chair),
      await group.decide(own, meetingId, {}, group.viceChair),
      await group.decide(others, meetingId, {}, group.viceChair),
      await group.decide(others, meetingId, {}, group.chair),
    ];

    expect(replies.map(({ status, body }) => body.code ?? status)).toEqual([
      'separation-of-duties',
      201,
      'not-presiding',
      201,
    ]);
  });

  it('goes to nobody where neither chair nor vice-chair is free', async () => {
    const { group } = await groupLedger(api);
    const [council, police] = attendance.present;
    const fire = { authorityId: 'essex-county-council', name: 'A county officer' };
    const meetingId = await group.openMeeting({}, { ...attendance, present: [council, police, fire] });
    const awardId = await group.proposeTo(meetingId);
    for (const who of [group.chair, group.viceChair]) await did(group.declare(meetingId, { awardId }, who));

    const { body } = await group.decide(awardId, meetingId, {}, { ...group.chair, subject: 'a-third' });

    expect(body.detail).toBe(
      'Nobody is there to preside over this: no chair or vice-chair in office who is present, has no interest in it, and neither proposed nor paid it.',
    );
    expect((await group.meeting(meetingId)).body.agenda).toMatchObject([{ presiding: null, quorum: { isMet: true } }]);
  });
});
