import { z } from 'zod';
import { AwardBody } from '../../domain/award/award.ts';
import { ChairsActionBody, DecisionBody } from '../../domain/award/decision.ts';
import { AwardStatus } from '../../domain/award/lifecycle.ts';
import { ClosureBody, PaymentBody, RefundBody } from '../../domain/award/payment.ts';
import { AwardVariationBody, SubmissionBody, WithdrawalBody } from '../../domain/award/proposal.ts';
import { ServiceId, Slug } from '../../domain/text.ts';
import { get, noQuery, pageOf, pageQuery, post } from '../http/operation.ts';
import { InPartnership, OfAward } from '../http/parameters.ts';
import {
  AwardAnswer,
  ChangedAwardAnswer,
  ClosureAnswer,
  DecidedAwardAnswer,
  PaymentAnswer,
  RefundAnswer,
  WholeAwardAnswer,
} from './answers.ts';
import { atMeeting } from './meeting-operations.ts';

const base = '/v1/partnerships/{partnershipId}';
const award = { area: 'awards', parameters: OfAward } as const;
const proposer = { access: ['coordinator', 'finance-officer'] } as const;
const chair = { access: ['chair'] } as const;
const financeOfficer = { access: ['finance-officer'] } as const;
const reads = { area: 'awards', access: 'member', parameters: InPartnership } as const;

const approving = ['insufficient-funds', 'approval-exceeds-request', 'already-reversed'] as const;

export const awardOperations = {
  proposeAward: post({
    ...reads,
    ...proposer,
    path: `${base}/awards`,
    summary: 'Put an initiative forward',
    body: AwardBody,
    answer: ChangedAwardAnswer,
    problems: ['not-found', 'already-reversed', 'nature-mismatch', 'purpose-required', 'too-many', 'year-closed'],
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
    problems: [
      'not-found',
      'invalid-transition',
      'meeting-not-open',
      'date-out-of-order',
      'separation-of-duties',
      'too-many',
      'year-closed',
    ],
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
    problems: [
      'not-found',
      'invalid-transition',
      'amount-not-confirmed',
      'meeting-not-open',
      'separation-of-duties',
      'too-many',
      'year-closed',
    ],
  }),
  decideAward: post({
    ...award,
    ...chair,
    path: `${base}/awards/{awardId}/decision`,
    summary: 'Approve in full or in part, reject or defer; approval commits the money',
    body: () => DecisionBody,
    answer: DecidedAwardAnswer,
    problems: [...atMeeting, ...approving, 'approval-below-paid', 'amount-not-confirmed', 'too-many'],
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
      'year-closed',
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
      'year-closed',
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
      'year-closed',
    ],
  }),
  closeAward: post({
    ...award,
    ...financeOfficer,
    path: `${base}/awards/{awardId}/closure`,
    summary: 'Close an award: what is unpaid is released',
    body: ClosureBody,
    answer: ClosureAnswer,
    problems: ['not-found', 'invalid-transition', 'date-out-of-order', 'year-closed'],
  }),
};
