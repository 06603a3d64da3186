import { z } from 'zod';
import { AwardBody } from '../../domain/award/award.ts';
import { ChairsActionBody, DecisionBody, RatificationBody } from '../../domain/award/decision.ts';
import { AwardStatus } from '../../domain/award/lifecycle.ts';
import { ClosureBody, PaymentBody, RefundBody } from '../../domain/award/payment.ts';
import { AwardVariationBody, SubmissionBody, WithdrawalBody } from '../../domain/award/proposal.ts';
import { AttendanceBody } from '../../domain/meeting/attendance.ts';
import { InterestBody } from '../../domain/meeting/interest.ts';
import { MeetingBody, MeetingStepBody, MinutesConfirmationBody } from '../../domain/meeting/meeting.ts';
import { ServiceId, Slug } from '../../domain/text.ts';
import { get, noQuery, pageOf, pageQuery, post, put } from '../http/operation.ts';
import { InPartnership, OfAward, OfMeeting } from '../http/parameters.ts';
import {
  AwardAnswer,
  ChangedAwardAnswer,
  ClosureAnswer,
  DecidedAwardAnswer,
  InterestAnswer,
  MeetingAnswer,
  PaymentAnswer,
  RefundAnswer,
  WholeAwardAnswer,
  WholeMeetingAnswer,
} from './answers.ts';

const base = '/v1/partnerships/{partnershipId}';
const meeting = { area: 'awards', parameters: OfMeeting } as const;
const award = { area: 'awards', parameters: OfAward } as const;
const coordinator = { access: ['coordinator'] } as const;
const proposer = { access: ['coordinator', 'finance-officer'] } as const;
const chair = { access: ['chair'] } as const;
const financeOfficer = { access: ['finance-officer'] } as const;
const reads = { area: 'awards', access: 'member', parameters: InPartnership } as const;

/** What a meeting may refuse of any item. */
const atMeeting = [
  'not-found',
  'meeting-not-open',
  'invalid-transition',
  'not-presiding',
  'separation-of-duties',
  'interest-declared',
  'meeting-not-quorate',
  'date-out-of-order',
] as const;
const approving = ['insufficient-funds', 'approval-exceeds-request', 'already-reversed'] as const;

const meetingOperations = {
  scheduleMeeting: post({
    ...reads,
    ...coordinator,
    path: `${base}/meetings`,
    summary: 'Schedule a meeting of the Responsible Authorities Group',
    body: MeetingBody,
    answer: MeetingAnswer,
    problems: ['not-found'],
  }),
  listMeetings: get({
    ...reads,
    path: `${base}/meetings`,
    summary: 'The meetings',
    query: () => z.strictObject(pageQuery),
    answer: pageOf(MeetingAnswer),
  }),
  getMeeting: get({
    ...meeting,
    access: 'member',
    path: `${base}/meetings/{meetingId}`,
    summary: 'A meeting: who was there, its agenda, and what was decided',
    query: noQuery,
    answer: WholeMeetingAnswer,
  }),
  putAttendance: put({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/attendance`,
    summary: 'Say who presides and who is there; corrected with a reason once a decision relies on it',
    body: () => AttendanceBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'not-presiding', 'invalid-transition'],
  }),
  openMeeting: post({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/opening`,
    summary: 'Open a meeting, on its day or later, with quorum',
    body: () => MeetingStepBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'invalid-transition', 'date-out-of-order', 'meeting-not-quorate'],
  }),
  closeMeeting: post({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/closing`,
    summary: 'Close a meeting',
    body: () => MeetingStepBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'meeting-not-open'],
  }),
  confirmMinutes: post({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/minutes-confirmation`,
    summary: 'Record that a later meeting confirmed the minutes',
    body: () => MinutesConfirmationBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'invalid-transition', 'date-out-of-order', 'meeting-not-open'],
  }),
  declareInterest: post({
    ...meeting,
    access: 'member',
    path: `${base}/meetings/{meetingId}/interests`,
    summary: 'Declare an interest in an award: one’s own, or as coordinator anybody’s',
    body: () => InterestBody,
    answer: InterestAnswer,
    problems: ['not-found', 'meeting-not-open', 'invalid-transition', 'too-many'],
  }),
  ratifyChairsAction: post({
    ...meeting,
    ...chair,
    path: `${base}/meetings/{meetingId}/ratifications`,
    summary: 'Ratify chair’s action, or refuse to, which releases what is unpaid',
    body: () => RatificationBody,
    answer: DecidedAwardAnswer,
    problems: atMeeting,
  }),
};

export const awardOperations = {
  ...meetingOperations,
  proposeAward: post({
    ...reads,
    ...proposer,
    path: `${base}/awards`,
    summary: 'Put an initiative forward',
    body: AwardBody,
    answer: ChangedAwardAnswer,
    problems: ['not-found', 'already-reversed', 'nature-mismatch', 'purpose-required', 'too-many'],
  }),
  listAwards: get({
    ...reads,
    path: `${base}/awards`,
    summary: 'The awards, by status, meeting, fund or priority where one is given',
    query: () =>
      z.strictObject({
        ...pageQuery,
        status: AwardStatus.exactOptional(),
        meetingId: ServiceId.exactOptional(),
        fundId: Slug.exactOptional(),
        priority: Slug.exactOptional(),
      }),
    answer: pageOf(AwardAnswer),
  }),
  getAward: get({
    ...award,
    access: 'member',
    path: `${base}/awards/{awardId}`,
    summary: 'An award with its decisions and its whole history',
    query: noQuery,
    answer: WholeAwardAnswer,
  }),
  submitAward: post({
    ...award,
    ...proposer,
    path: `${base}/awards/{awardId}/submission`,
    summary: 'Put an award on a meeting’s agenda',
    body: () => SubmissionBody,
    answer: ChangedAwardAnswer,
    problems: ['not-found', 'invalid-transition', 'meeting-not-open'],
  }),
  withdrawAward: post({
    ...award,
    ...proposer,
    path: `${base}/awards/{awardId}/withdrawal`,
    summary: 'Take back what one proposed: the award, or the variation of an approved one',
    body: () => WithdrawalBody,
    answer: ChangedAwardAnswer,
    problems: ['not-found', 'invalid-transition', 'separation-of-duties'],
  }),
  varyAward: post({
    ...award,
    ...proposer,
    path: `${base}/awards/{awardId}/variations`,
    summary: 'Ask a meeting to approve another amount for an award',
    body: () => AwardVariationBody,
    answer: ChangedAwardAnswer,
    problems: ['not-found', 'invalid-transition', 'amount-not-confirmed', 'meeting-not-open'],
  }),
  decideAward: post({
    ...award,
    ...chair,
    path: `${base}/awards/{awardId}/decision`,
    summary: 'Approve in full or in part, reject or defer; approval commits the money',
    body: () => DecisionBody,
    answer: DecidedAwardAnswer,
    problems: [...atMeeting, ...approving, 'approval-below-paid', 'amount-not-confirmed'],
  }),
  takeChairsAction: post({
    ...award,
    ...chair,
    path: `${base}/awards/{awardId}/chairs-action`,
    summary: 'Approve an award between meetings, up to the limit in the terms of reference',
    body: ChairsActionBody,
    answer: DecidedAwardAnswer,
    problems: [
      ...approving,
      'not-found',
      'invalid-transition',
      'not-presiding',
      'separation-of-duties',
      'interest-declared',
      'chairs-action-limit',
      'too-many',
      'date-out-of-order',
    ],
  }),
  payAward: post({
    ...award,
    ...financeOfficer,
    path: `${base}/awards/{awardId}/payments`,
    summary: 'Record a payment to the recipient, all or in part',
    body: PaymentBody,
    answer: PaymentAnswer,
    problems: [
      'not-found',
      'invalid-transition',
      'separation-of-duties',
      'amount-not-confirmed',
      'payment-exceeds-commitment',
      'date-out-of-order',
    ],
  }),
  refundAward: post({
    ...award,
    ...financeOfficer,
    path: `${base}/awards/{awardId}/refunds`,
    summary: 'Record money back from the recipient',
    body: RefundBody,
    answer: RefundAnswer,
    problems: [
      'not-found',
      'invalid-transition',
      'separation-of-duties',
      'refund-exceeds-paid',
      'duplicate-bank-reference',
      'date-out-of-order',
    ],
  }),
  closeAward: post({
    ...award,
    ...financeOfficer,
    path: `${base}/awards/{awardId}/closure`,
    summary: 'Close an award: what is unpaid is released',
    body: ClosureBody,
    answer: ClosureAnswer,
    problems: ['not-found', 'invalid-transition', 'date-out-of-order'],
  }),
};
