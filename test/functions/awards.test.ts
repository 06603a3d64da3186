import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { type AwardCalls, did, initiative, variation } from '../award-calls.ts';
import type { AwardName } from './award-names.ts';
import { checkedApiOver } from './checked-api.ts';
import { anyId, groupLedger, inGroup, throughMeetings } from './group-ledger.ts';
import { type Ledger, nowhere, type Refusals, testRefusals } from './refusals.ts';

const proposing = ({ to }: Ledger, more: object = {}): Call => to('POST', '/awards', { ...initiative, ...more });

/** An act on an award that is at the stage that a function brings it to. */
const onAward = (
  path: string,
  stage: (group: AwardCalls) => Promise<string>,
  bodyOf: (group: AwardCalls) => Promise<object> = async () => ({}),
) =>
  inGroup(async (group, { to }) =>
    to('POST', `/awards/${await stage(group)}${path}`, await bodyOf(group), group.coordinator),
  );

const draft = (group: AwardCalls): Promise<string> => group.propose();
const submitted = async (group: AwardCalls): Promise<string> => group.proposeTo(await group.openMeeting());
const decided =
  (more: object = {}) =>
  async (group: AwardCalls): Promise<string> => {
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    await did(group.decide(awardId, meetingId, more));
    return awardId;
  };
/** The one who asks for the variation had recorded a payment. */
const paidByCoordinator = async (group: AwardCalls): Promise<string> => {
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId, {}, group.officer);
  await did(group.decide(awardId, meetingId));
  await did(group.pay(awardId, {}, { ...group.officer, subject: group.coordinator.subject }));
  return awardId;
};
const deferredOnce = async (group: AwardCalls): Promise<string> => {
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId);
  await did(group.decide(awardId, meetingId, { outcome: 'deferred', amountApproved: undefined }));
  return awardId;
};
/** A variation of it was deferred, and then the coordinator recorded a payment. */
const paidWithDeferredVariation = async (group: AwardCalls): Promise<string> => {
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId, {}, group.officer);
  await did(group.decide(awardId, meetingId));
  await did(group.vary(awardId, meetingId, {}, group.officer));
  const deferral = { outcome: 'deferred', amountApproved: undefined };
  await did(group.decide(awardId, meetingId, deferral));
  await did(group.pay(awardId, {}, { ...group.officer, subject: group.coordinator.subject }));
  return awardId;
};
/** Approved at its forty-ninth meeting, and varied at the fiftieth in vain. */
const triedOften = async (group: AwardCalls): Promise<string> => {
  const awardId = await throughMeetings(group, 48);
  const meetingId = await group.openMeeting();
  await did(group.submit(awardId, meetingId));
  await did(group.decide(awardId, meetingId));
  await did(group.vary(awardId, await group.schedule()));
  await did(group.withdraw(awardId));
  return awardId;
};
const noAward = async (): Promise<string> => anyId;
const unconfirmed = { amountApproved: undefined };
const rejected = { outcome: 'rejected', ...unconfirmed };

const toNextMeeting = async (group: AwardCalls) => ({ meetingId: await group.schedule({ heldOn: '2018-01-12' }) });
const toOpenMeeting = async (group: AwardCalls) => ({ meetingId: await group.openMeeting() });
const toClosedMeeting = async (group: AwardCalls) => {
  const { meetingId } = await toOpenMeeting(group);
  await did(group.close(meetingId));
  return { meetingId };
};
const varying = (meeting: (group: AwardCalls) => Promise<object>) => async (group: AwardCalls) => ({
  ...variation,
  ...(await meeting(group)),
});
const withdrawing = async () => ({ reason: 'No longer needed.' });

const refusals: Refusals<AwardName> = {
  proposeAward: {
    'not-found': inGroup((_, ledger) => proposing(ledger, { fundId: 'other' })),
    'already-reversed': inGroup(async (_, ledger) => {
      const { id: grantId, sequence } = await did(ledger.agree());
      await did(ledger.post(`/journal/${sequence}/reversal`, { reason: 'A mistake.', effectiveOn: '2018-01-01' }));
      return proposing(ledger, { grantId });
    }),
    'nature-mismatch': inGroup((_, ledger) => proposing(ledger, { nature: 'capital' })),
    'purpose-required': inGroup(async (_, ledger) => {
      await ledger.openFund('tru-cam', { restriction: 'restricted', purpose: 'Speed enforcement.' });
      return proposing(ledger, { fundId: 'tru-cam' });
    }),
    'too-many': inGroup(async (group, ledger) => {
      const relatedAwardId = await group.propose();
      for (let count = 1; count <= 50; count += 1) await group.propose({ relatedAwardId });
      return proposing(ledger, { relatedAwardId });
    }),
  },
  listAwards: { 'not-found': () => nowhere('GET', '/awards') },
  getAward: { 'not-found': ({ to }) => to('GET', `/awards/${anyId}`) },
  submitAward: {
    'not-found': onAward('/submission', noAward, toOpenMeeting),
    'invalid-transition': onAward('/submission', submitted, toNextMeeting),
    'meeting-not-open': onAward('/submission', draft, toClosedMeeting),
    'date-out-of-order': onAward('/submission', deferredOnce, async ({ schedule }) => ({
      meetingId: await schedule({ heldOn: '2017-10-05' }),
    })),
    'separation-of-duties': onAward('/submission', paidWithDeferredVariation, toOpenMeeting),
    'too-many': onAward('/submission', (group) => throughMeetings(group, 50), toOpenMeeting),
  },
  withdrawAward: {
    'not-found': onAward('/withdrawal', noAward, withdrawing),
    'invalid-transition': onAward('/withdrawal', decided(rejected), withdrawing),
    'separation-of-duties': onAward('/withdrawal', ({ propose, officer }) => propose({}, officer), withdrawing),
  },
  varyAward: {
    'not-found': onAward('/variations', noAward, varying(toNextMeeting)),
    'invalid-transition': onAward('/variations', submitted, varying(toNextMeeting)),
    'amount-not-confirmed': onAward('/variations', decided(unconfirmed), varying(toNextMeeting)),
    'meeting-not-open': onAward('/variations', decided(), varying(toClosedMeeting)),
    'separation-of-duties': onAward('/variations', paidByCoordinator, varying(toNextMeeting)),
    'too-many': onAward('/variations', triedOften, varying(toNextMeeting)),
  },
};

describe('an award', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('is a draft with all that was said of it, until it is on an agenda', async () => {
    const { group, post, agree } = await groupLedger(api);
    const { id: grantId } = await did(agree());
    const period = { start: '2017-10-01', end: '2018-03-31' };
    const more = { grantId, period, purposeStatement: 'For the young.', nature: 'revenue', note: 'Illustrative.' };

    const { body: proposed } = await post('/awards', { ...initiative, ...more }, group.coordinator);
    const meetingId = await group.schedule();
    const submittedThen = await did(group.submit(proposed.id, meetingId, group.officer));

    expect(proposed).toMatchObject({
      ...initiative,
      ...more,
      status: 'draft',
      meetingId: null,
      amountApproved: null,
      paidAmount: '0.00',
      refundedAmount: '0.00',
      committedAmount: '0.00',
      proposers: ['coordinator'],
    });
    expect(submittedThen).toMatchObject({ status: 'submitted', meetingId, proposers: ['coordinator', 'officer'] });
  });

  it('moves to another agenda while its meeting is not sitting', async () => {
    const { group } = await groupLedger(api);
    const [first, second] = [await group.schedule(), await group.schedule({ heldOn: '2018-01-12' })];
    const awardId = await group.proposeTo(first);

    const again = await group.submit(awardId, first);
    const moved = await did(group.submit(awardId, second));

    expect(again.body.detail).toBe('The award is on the agenda of this meeting already.');
    expect(moved.meetingId).toBe(second);
    const agendas = await Promise.all([first, second].map(async (id) => (await group.meeting(id)).body.agenda));
    expect(agendas).toMatchObject([[{ awardId, outcome: 'moved' }], [{ awardId }]]);
  });

  it('that is deferred is on one agenda once', async () => {
    const { group } = await groupLedger(api);
    const [meetingId, deferredTo] = [await group.openMeeting(), await group.schedule({ heldOn: '2018-01-12' })];
    const awardId = await group.proposeTo(meetingId);
    await did(group.decide(awardId, meetingId, { outcome: 'deferred', ...unconfirmed, deferredTo }));

    const { status } = await did(group.submit(awardId, deferredTo));

    expect(status).toBe('submitted');
    expect((await group.meeting(deferredTo)).body.agenda).toHaveLength(1);
  });

  it('is taken back by whoever proposed it, and leaves the agenda', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);

    const others = await group.withdraw(awardId, group.officer);
    const own = await did(group.withdraw(awardId));

    expect(others.body.detail).toBe('Whoever proposed it withdraws it, and nobody else.');
    expect(own).toMatchObject({ status: 'withdrawn', meetingId });
    expect((await group.meeting(meetingId)).body.agenda).toMatchObject([{ awardId, outcome: 'withdrawn' }]);
  });

  it('that two funds pay for is two awards that name each other', async () => {
    const { group, openFund } = await groupLedger(api);
    await openFund('tru-cam', { restriction: 'restricted', purpose: 'Speed enforcement.' });

    const one = await group.propose();
    const more = { fundId: 'tru-cam', purposeStatement: 'A speed gun.', relatedAwardId: one };
    const other = await group.propose(more);

    const awards = await Promise.all([one, other].map((id) => group.award(id)));
    expect(awards.map(({ relatedAwardIds }) => relatedAwardIds)).toEqual([[other], [one]]);
  });
});
