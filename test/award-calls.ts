import type { Call, Reply } from './api.ts';
import type { partnershipCalls } from './partnership.ts';

/** The meeting of the seed report. */
export const heldOn = '2017-10-06';

/** Two authorities with somebody present; the vice-chair is of the police, the chair represents none. */
export const attendance = {
  presiding: { subject: 'chair', name: 'The chair' },
  present: [
    { authorityId: 'maldon-district-council', name: 'A council officer' },
    { authorityId: 'essex-police', name: 'The vice-chair', subject: 'vice-chair' },
  ],
};

export const terms = {
  quorum: 2,
  chair: { subject: 'chair', name: 'The chair' },
  viceChair: { subject: 'vice-chair', name: 'The vice-chair' },
  chairsActionLimit: '500.00',
  ratificationDays: 120,
};

export const initiative = {
  title: 'Just Play football initiative',
  fundId: 'partnership-fund',
  recipient: { name: 'Community football organiser', kind: 'vcse' },
  amountRequested: '400.00',
  purpose: 'Extend to Burnham-on-Crouch',
  proposedOn: '2017-09-20',
};

export const approval = { outcome: 'approved', amountApproved: '400.00', minuteReference: '9.1' };
export const action = { amountApproved: '400.00', reason: 'The hall is free this week only.', decidedOn: '2017-09-25' };
export const payment = { amount: '100.00', paidOn: '2017-11-17', paymentReference: 'BACS-1' };
export const refund = { amount: '30.00', receivedOn: '2018-01-12' };
export const closure = { reason: 'The initiative ended.', closedOn: '2018-03-01' };
export const variation = { amountRequested: '500.00', reason: 'Another hall.' };

/** What a call that must succeed answered. */
export async function did(reply: Promise<Reply>): Promise<Reply['body']> {
  const { status, body, text } = await reply;
  if (status !== 200 && status !== 201) throw new Error(text);
  return body;
}

export type Who = Pick<Call, 'subject' | 'groups'>;

/** Calls for what the group decides in a partnership, each by whoever does such things. */
export function awardCalls({ as }: Pick<ReturnType<typeof partnershipCalls>, 'as'>, id = 'maldon') {
  const who = (subject: string, role: string): Required<Who> => ({ subject, groups: [`${id}:${role}`] });
  const people = {
    coordinator: who('coordinator', 'coordinator'),
    chair: who('chair', 'chair'),
    viceChair: who('vice-chair', 'chair'),
    officer: who('officer', 'finance-officer'),
    auditor: who('auditor', 'auditor'),
  };
  const { coordinator, chair, viceChair, officer } = people;
  const post = (path: string, body: object, by: Who, more: Partial<Call> = {}): Promise<Reply> =>
    as({ method: 'POST', path, body, ...by, ...more });

  const attend = (meetingId: string, body: object = attendance, ifMatch?: string): Promise<Reply> => {
    const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
    return as({ method: 'PUT', path: `/meetings/${meetingId}/attendance`, body, headers, ...coordinator });
  };
  const step = (what: 'opening' | 'closing') => (meetingId: string) =>
    post(`/meetings/${meetingId}/${what}`, {}, coordinator);
  const [open, close] = [step('opening'), step('closing')];
  const schedule = async (more: object = {}): Promise<string> =>
    (await did(post('/meetings', { title: 'Responsible Authorities Group', heldOn, ...more }, coordinator))).id;
  const submit = (awardId: string, meetingId: string, by: Who = coordinator): Promise<Reply> =>
    post(`/awards/${awardId}/submission`, { meetingId }, by);
  const decide = (awardId: string, meetingId: string, more: object = {}, by: Who & Partial<Call> = chair) =>
    post(`/awards/${awardId}/decision`, { meetingId, ...approval, ...more }, by);

  return {
    ...people,
    setTerms: (more: object = {}, from = '2016-04-01') => {
      const administrator = { groups: ['platform:administrator'], subject: 'administrator' };
      return did(
        as({ method: 'PUT', path: `/terms-of-reference/${from}`, body: { ...terms, ...more }, ...administrator }),
      );
    },
    schedule,
    attend,
    open,
    close,
    /** A meeting with quorum that is open: its id. */
    openMeeting: async (more: object = {}, there: object = attendance): Promise<string> => {
      const meetingId = await schedule(more);
      await did(attend(meetingId, there));
      await did(open(meetingId));
      return meetingId;
    },
    confirm: (meetingId: string, confirmedAtMeetingId: string) =>
      post(`/meetings/${meetingId}/minutes-confirmation`, { confirmedAtMeetingId }, coordinator),
    declare: (meetingId: string, body: object, by: Who = coordinator) =>
      post(`/meetings/${meetingId}/interests`, { nature: 'A trustee.', ...body }, by),
    propose: async (more: object = {}, by: Who = coordinator): Promise<string> =>
      (await did(post('/awards', { ...initiative, ...more }, by))).id,
    submit,
    /** A new award on a meeting's agenda: its id. */
    proposeTo: async (meetingId: string, more: object = {}, by: Who = coordinator): Promise<string> => {
      const awardId = (await did(post('/awards', { ...initiative, ...more }, by))).id;
      await did(submit(awardId, meetingId, by));
      return awardId;
    },
    withdraw: (awardId: string, by: Who = coordinator) => post(`/awards/${awardId}/withdrawal`, { reason: 'R.' }, by),
    vary: (awardId: string, meetingId: string, more: object = {}, by: Who = coordinator) =>
      post(`/awards/${awardId}/variations`, { ...variation, meetingId, ...more }, by),
    decide,
    act: (awardId: string, more: object = {}, by: Who = chair) =>
      post(`/awards/${awardId}/chairs-action`, { ...action, ...more }, by),
    ratify: (meetingId: string, awardId: string, more: object = {}, by: Who = viceChair) =>
      post(`/meetings/${meetingId}/ratifications`, { awardId, outcome: 'ratified', minuteReference: '4', ...more }, by),
    pay: (awardId: string, more: object = {}, by: Who = officer) =>
      post(`/awards/${awardId}/payments`, { ...payment, ...more }, by),
    refund: (awardId: string, more: object = {}, by: Who = officer) =>
      post(`/awards/${awardId}/refunds`, { ...refund, bankReference: `BACK-${awardId}`, ...more }, by),
    closeAward: (awardId: string, more: object = {}, by: Who = officer) =>
      post(`/awards/${awardId}/closure`, { ...closure, ...more }, by),
    award: async (awardId: string): Promise<Reply['body']> => did(as({ path: `/awards/${awardId}` })),
    meeting: (meetingId: string): Promise<Reply> => as({ path: `/meetings/${meetingId}` }),
  };
}

export type AwardCalls = ReturnType<typeof awardCalls>;
