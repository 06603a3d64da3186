import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import type { Calls } from './calls.ts';
import type { Meetings } from './meetings.ts';

const proposal = {
  fundId: 'fund',
  recipient: { name: hostile.longWord, kind: 'vcse' },
  amountRequested: '90.00',
  purpose: hostileProse,
  purposeStatement: hostileProse,
  priorities: ['one', 'two'],
  proposedOn: '2017-05-01',
  note: hostileProse,
};

/** Awards of every standing. */
export async function makeAwards(calls: Calls, meetings: Meetings) {
  const { post } = calls;
  const propose = async (title: string): Promise<string> =>
    (await post('coordinator', '/awards', { ...proposal, title })).id;
  const submit = async (title: string, meetingId: string): Promise<string> => {
    const award = await propose(title);
    await post('coordinator', `/awards/${award}/submission`, { meetingId, note: hostileProse });
    return award;
  };
  const decide = async (title: string, meetingId: string, decision: object): Promise<string> => {
    const award = await submit(title, meetingId);
    const words = { minuteReference: hostileReference, conditions: [hostileProse], note: hostileProse };
    const conditions = 'amountApproved' in decision ? words : { ...words, conditions: undefined };
    await post('chair', `/awards/${award}/decision`, { meetingId, ...conditions, ...decision });
    return award;
  };
  const approved = (amountApproved: string) => ({ outcome: 'approved', amountApproved });
  return {
    draft: await propose(hostile.emoji),
    withdrawn: await withdrawn(calls, await propose(hostile.template)),
    submitted: await interesting(calls, await submit(hostile.rightToLeft, meetings.open), meetings.open),
    waiting: await submit(hostile.longWord, meetings.open),
    rejected: await decide(hostile.image, meetings.first, { outcome: 'rejected' }),
    deferred: await decide(hostile.script, meetings.first, { outcome: 'deferred', deferredTo: meetings.later }),
    unconfirmed: await decide(hostile.emoji, meetings.open, { outcome: 'approved' }),
    approved: await decide(hostile.longWord, meetings.open, approved('70.00')),
    paid: await paid(calls, await decide(hostile.script, meetings.first, approved('80.00'))),
    varied: await varied(calls, await decide(hostile.image, meetings.first, approved('60.00')), meetings.later),
    closed: await closed(calls, await decide(hostile.rightToLeft, meetings.first, approved('40.00'))),
    acted: await acted(calls, await propose(hostile.image)),
  };
}

async function withdrawn({ post }: Calls, award: string): Promise<string> {
  await post('coordinator', `/awards/${award}/withdrawal`, { reason: hostileProse, note: hostileProse });
  return award;
}

async function interesting({ post }: Calls, awardId: string, meeting: string): Promise<string> {
  const attendee = { authorityId: 'council', name: hostile.longWord };
  await post('coordinator', `/meetings/${meeting}/interests`, { awardId, attendee, nature: hostileProse });
  return awardId;
}

async function paid({ post }: Calls, award: string): Promise<string> {
  const payment = { amount: '60.00', paidOn: '2017-07-01', paymentReference: hostileReference, note: hostileProse };
  await post('officer', `/awards/${award}/payments`, payment);
  const refund = { amount: '5.00', receivedOn: '2017-08-01', bankReference: hostile.longWord.slice(0, 100) };
  await post('officer', `/awards/${award}/refunds`, refund);
  return award;
}

async function varied({ post }: Calls, award: string, meetingId: string): Promise<string> {
  await post('coordinator', `/awards/${award}/variations`, {
    amountRequested: '65.00',
    reason: hostileProse,
    meetingId,
  });
  return award;
}

async function closed({ post }: Calls, award: string): Promise<string> {
  await post('officer', `/awards/${award}/closure`, { reason: hostileProse, closedOn: '2017-09-01' });
  return award;
}

async function acted({ post }: Calls, award: string): Promise<string> {
  const action = { amountApproved: '50.00', reason: hostileProse, decidedOn: '2017-10-20', note: hostileProse };
  await post('chair', `/awards/${award}/chairs-action`, action);
  return award;
}
