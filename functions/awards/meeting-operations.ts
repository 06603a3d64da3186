import { z } from 'zod';
import { RatificationBody } from '../../domain/award/decision.ts';
import { AttendanceBody } from '../../domain/meeting/attendance.ts';
import { InterestBody } from '../../domain/meeting/interest.ts';
import { MeetingBody, MeetingStepBody, MinutesConfirmationBody } from '../../domain/meeting/meeting.ts';
import { get, noQuery, pageOf, pageQuery, post, put } from '../http/operation.ts';
import { InPartnership, OfMeeting } from '../http/parameters.ts';
import { DecidedAwardAnswer, InterestAnswer, MeetingAnswer, WholeMeetingAnswer } from './answers.ts';

const base = '/v1/partnerships/{partnershipId}';
const meeting = { area: 'awards', parameters: OfMeeting } as const;
const coordinator = { access: ['coordinator'] } as const;
const reads = { area: 'awards', access: 'member', parameters: InPartnership } as const;

/** What a meeting may refuse of any item. */
export const atMeeting = [
  'not-found',
  'meeting-not-open',
  'invalid-transition',
  'not-presiding',
  'separation-of-duties',
  'interest-declared',
  'meeting-not-quorate',
  'date-out-of-order',
  'year-closed',
] as const;

export const meetingOperations = {
  scheduleMeeting: post({
    ...reads,
    ...coordinator,
    path: `${base}/meetings`,
    summary: 'Schedule a meeting of the Responsible Authorities Group',
    body: MeetingBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'year-closed'],
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
    problems: ['not-found', 'not-presiding', 'invalid-transition', 'year-closed'],
  }),
  openMeeting: post({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/opening`,
    summary: 'Open a meeting, on its day or later, with quorum',
    body: () => MeetingStepBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'invalid-transition', 'date-out-of-order', 'meeting-not-quorate', 'year-closed'],
  }),
  closeMeeting: post({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/closing`,
    summary: 'Close a meeting',
    body: () => MeetingStepBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'meeting-not-open', 'year-closed'],
  }),
  confirmMinutes: post({
    ...meeting,
    ...coordinator,
    path: `${base}/meetings/{meetingId}/minutes-confirmation`,
    summary: 'Record that a later meeting confirmed the minutes',
    body: () => MinutesConfirmationBody,
    answer: MeetingAnswer,
    problems: ['not-found', 'invalid-transition', 'date-out-of-order', 'meeting-not-open', 'year-closed'],
  }),
  declareInterest: post({
    ...meeting,
    access: ['coordinator', 'chair', 'finance-officer', 'chief-finance-officer'],
    path: `${base}/meetings/{meetingId}/interests`,
    summary: 'Declare an interest in an award: one’s own, or as coordinator anybody’s',
    body: () => InterestBody,
    answer: InterestAnswer,
    problems: ['not-found', 'meeting-not-open', 'invalid-transition', 'too-many', 'year-closed'],
  }),
  ratifyChairsAction: post({
    ...meeting,
    access: ['chair'],
    path: `${base}/meetings/{meetingId}/ratifications`,
    summary: 'Ratify chair’s action, or refuse to, which releases what is unpaid',
    body: () => RatificationBody,
    answer: DecidedAwardAnswer,
    problems: atMeeting,
  }),
};
