import type { meetingOperations } from '../../functions/awards/meeting-operations.ts';
import type { awardOperations } from '../../functions/awards/operations.ts';
import type { Api, Call } from '../api.ts';
import { attendance, awardCalls, did } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';
import { type ChangingName, completeBodies } from './complete-bodies.ts';

/** A fund of which awards are made, with plenty in it and one grant. */
export const awardFund = 'slug-awards';

export const anyId = '01932f1c-7a2b-7c3d-8e4f-0123456789ab';

const otherId = '01932f1c-7a2b-7c3d-8e4f-0123456789ac';

/** What was made, or any id where nothing can be, since the partnership is not there. */
export async function orAny(making: Promise<string>, any = anyId): Promise<string> {
  try {
    return await making;
  } catch (error) {
    if (String(error).includes('"code":"not-found"')) return any;
    throw error;
  }
}

/** For every operation on meetings and awards, a way to make a valid call, by whom it has to be where that matters. */
export function validAwardCalls(api: Api, id: string) {
  const calls = partnershipCalls(api, id);
  const by = awardCalls(calls, id);
  const post = (path: string, name: ChangingName, more: Partial<Call> = {}): Call => {
    const body = { ...completeBodies[name], ...(more.body as object) };
    return { method: 'POST', path: calls.base + path, ...more, body };
  };

  const meeting = (): Promise<string> => by.schedule();
  const attended = async (): Promise<string> => {
    const meetingId = await by.schedule();
    await did(by.attend(meetingId));
    return meetingId;
  };
  const closedMeeting = async (): Promise<string> => {
    const meetingId = await by.openMeeting();
    await did(by.close(meetingId));
    return meetingId;
  };
  let sitting: Promise<string> | undefined;
  /** A meeting that stays open, at which anything can be decided. */
  const sittingMeeting = (): Promise<string> => (sitting ??= by.openMeeting());
  const draft = (): Promise<string> => by.propose({ fundId: awardFund });
  const submitted = async (): Promise<string> => by.proposeTo(await sittingMeeting(), { fundId: awardFund });
  const approved = async (): Promise<string> => {
    const awardId = await submitted();
    await did(by.decide(awardId, await sittingMeeting()));
    return awardId;
  };
  const paid = async (): Promise<string> => {
    const awardId = await approved();
    await did(by.pay(awardId));
    return awardId;
  };
  const actedOn = async (): Promise<string> => {
    const awardId = await draft();
    await did(by.act(awardId));
    return awardId;
  };
  const ofMeeting = async (made: () => Promise<string>, what = ''): Promise<string> =>
    `/meetings/${await orAny(made())}${what}`;
  const ofAward = async (made: () => Promise<string>, what = ''): Promise<string> =>
    `/awards/${await orAny(made())}${what}`;

  return {
    scheduleMeeting: async () => post('/meetings', 'scheduleMeeting'),
    listMeetings: async () => ({ path: `${calls.base}/meetings` }),
    getMeeting: async () => ({ path: calls.base + (await ofMeeting(attended)) }),
    putAttendance: async () => ({
      ...post(await ofMeeting(meeting, '/attendance'), 'putAttendance', { body: attendance }),
      method: 'PUT',
    }),
    openMeeting: async () => post(await ofMeeting(attended, '/opening'), 'openMeeting'),
    closeMeeting: async () => post(await ofMeeting(by.openMeeting, '/closing'), 'closeMeeting'),
    confirmMinutes: async () => {
      const confirmedAtMeetingId = await orAny(by.openMeeting({ heldOn: '2017-11-03' }), otherId);
      const path = await ofMeeting(closedMeeting, '/minutes-confirmation');
      return post(path, 'confirmMinutes', { body: { confirmedAtMeetingId } });
    },
    /** One's own interest, which every member may declare. */
    declareInterest: async () => {
      const body = { awardId: await orAny(draft()), subject: undefined, attendee: undefined };
      return post(await ofMeeting(attended, '/interests'), 'declareInterest', { body });
    },
    ratifyChairsAction: async () => {
      const body = { awardId: await orAny(actedOn()) };
      const { subject } = by.viceChair;
      return post(await ofMeeting(sittingMeeting, '/ratifications'), 'ratifyChairsAction', { subject, body });
    },
    proposeAward: async () => {
      const grantId = await orAny(did(calls.agree({ ...completeBodies.agreeGrant })).then(({ id: made }) => made));
      const recipient = { ...completeBodies.proposeAward.recipient, authorityId: 'essex-police' };
      const relatedAwardId = await orAny(draft());
      return post('/awards', 'proposeAward', { body: { grantId, recipient, relatedAwardId } });
    },
    listAwards: async () => ({ path: `${calls.base}/awards` }),
    getAward: async () => ({ path: calls.base + (await ofAward(paid)) }),
    submitAward: async () => {
      const body = { meetingId: await orAny(meeting()) };
      return post(await ofAward(draft, '/submission'), 'submitAward', { body });
    },
    withdrawAward: async () => {
      const { subject } = by.coordinator;
      return post(await ofAward(submitted, '/withdrawal'), 'withdrawAward', { subject });
    },
    varyAward: async () => {
      const body = { meetingId: await orAny(meeting()) };
      return post(await ofAward(approved, '/variations'), 'varyAward', { body });
    },
    decideAward: async () => {
      const body = { meetingId: await orAny(sittingMeeting()), deferredTo: undefined };
      const { subject } = by.chair;
      return post(await ofAward(submitted, '/decision'), 'decideAward', { subject, body });
    },
    takeChairsAction: async () => {
      const { subject } = by.chair;
      return post(await ofAward(draft, '/chairs-action'), 'takeChairsAction', { subject });
    },
    payAward: async () => post(await ofAward(approved, '/payments'), 'payAward'),
    refundAward: async () => {
      const path = await ofAward(paid, '/refunds');
      return post(path, 'refundAward', { body: { bankReference: `Reference ${path.slice(-50)}` } });
    },
    closeAward: async () => post(await ofAward(approved, '/closure'), 'closeAward'),
  } satisfies Record<keyof (typeof meetingOperations & typeof awardOperations), () => Promise<Call>>;
}

/** Makes what these calls rest on: terms of reference with a chair and a vice-chair, a fund with plenty in it. */
export async function setUpAwards(api: Api, id: string): Promise<void> {
  const calls = partnershipCalls(api, id);
  await awardCalls(calls, id).setTerms();
  await did(calls.openFund(awardFund));
  await did(calls.agree({ fundId: awardFund, grossAmount: '1000000.00', topSlices: [] }));
}
