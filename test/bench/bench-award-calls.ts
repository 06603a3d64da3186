import type { meetingOperations } from '../../functions/awards/meeting-operations.ts';
import type { awardOperations } from '../../functions/awards/operations.ts';
import { attendance, type BenchAwards, chair, proposer, viceChair } from './bench-awards.ts';
import { type BenchCall, get, post, put } from './bench-call.ts';

/** One call for each operation on meetings and awards, in an order in which each finds what it needs. */
export function benchAwardCalls({ openMeetingId, meetingIds, toDecide, toActOn, toWithdraw }: BenchAwards) {
  const meeting = (what: string) => (time: number) => `/meetings/${meetingIds[time]}/${what}`;
  const decided = (what: string) => (time: number) => `/awards/${toDecide[time]}/${what}`;
  const acted = (what: string) => (time: number) => `/awards/${toActOn[time]}/${what}`;
  const withdrawn = (what: string) => (time: number) => `/awards/${toWithdraw[time]}/${what}`;
  const atMeeting = { meetingId: openMeetingId };
  const decision = { ...atMeeting, outcome: 'approved', amountApproved: '1.00', minuteReference: '9.1' };
  return {
    scheduleMeeting: post('/meetings', () => ({ title: 'The group', heldOn: '2018-01-12' })),
    listMeetings: get('/meetings'),
    getMeeting: get(`/meetings/${openMeetingId}`),
    putAttendance: put(meeting('attendance'), attendance),
    openMeeting: post(meeting('opening'), () => ({})),
    closeMeeting: post(meeting('closing'), () => ({})),
    confirmMinutes: post(meeting('minutes-confirmation'), () => ({ confirmedAtMeetingId: openMeetingId })),
    declareInterest: post(`/meetings/${openMeetingId}/interests`, (time) => ({
      awardId: toWithdraw[time],
      nature: 'A trustee',
    })),
    proposeAward: post('/awards', () => ({
      title: 'Initiative',
      fundId: 'one',
      recipient: { name: 'Recipient', kind: 'vcse' },
      amountRequested: '1.00',
      purpose: 'Football',
    })),
    withdrawAward: post(withdrawn('withdrawal'), () => ({ reason: 'Other money' }), proposer.subject),
    takeChairsAction: post(
      acted('chairs-action'),
      () => ({ amountApproved: '1.00', reason: 'Urgent', decidedOn: '2017-10-02' }),
      chair.subject,
    ),
    ratifyChairsAction: post(
      `/meetings/${openMeetingId}/ratifications`,
      (time) => ({ awardId: toActOn[time], outcome: 'ratified', minuteReference: '4' }),
      viceChair.subject,
    ),
    varyAward: post(acted('variations'), () => ({ ...atMeeting, amountRequested: '2.00', reason: 'More' })),
    submitAward: post(decided('submission'), () => atMeeting, proposer.subject),
    decideAward: post(decided('decision'), () => decision, chair.subject),
    payAward: post(decided('payments'), () => ({ amount: '0.50', paidOn: '2017-11-17', paymentReference: 'BACS' })),
    refundAward: post(decided('refunds'), (time) => ({
      amount: '0.10',
      receivedOn: '2018-01-12',
      bankReference: `BACK-${time}`,
    })),
    getAward: get(`/awards/${toDecide[0]}`),
    listAwards: get(`/awards?status=approved&meetingId=${openMeetingId}`),
    closeAward: post(decided('closure'), () => ({ reason: 'Over', closedOn: '2018-03-01' })),
  } satisfies Record<keyof (typeof meetingOperations & typeof awardOperations), BenchCall>;
}
