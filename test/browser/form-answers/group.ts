import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import { atAward, atMeeting } from '../places/place.ts';
import { asked, closed, type FormAnswers, late, note, on, optional, tooMuch } from './form-answer.ts';

const period = { ...on('period.start', late), ...on('period.end', late) };
const nobodyElse = `council:${hostile.longWord}`;

/** Of awards, and of the meetings of the group. */
export const groupAnswers = {
  proposeAward: {
    steps: [
      asked({
        title: hostile.script,
        purpose: hostileProse,
        ...on('proposedOn', '2017-05-01'),
        'recipient.kind': 'vcse',
      }),
      asked({ 'recipient.name': hostile.longWord }),
      asked({ fundId: 'fund', amountRequested: '90.00' }),
      asked({ purposeStatement: hostileProse, priorities: 'one', ...period, ...note }),
    ],
    // A year without priorities.
    refused: { answers: { ...on('proposedOn', closed), priorities: undefined } },
  },
  submitAward: {
    steps: [asked({ meetingId: ({ meetings }) => meetings.open, ...note })],
    refused: { at: atAward('paid') },
  },
  withdrawAward: { steps: [asked({ reason: hostileProse, ...note })], refused: { at: atAward('paid') } },
  varyAward: {
    steps: [
      asked({ amountRequested: '75.00', reason: hostileProse, meetingId: ({ meetings }) => meetings.later, ...note }),
    ],
    refused: { at: atAward('draft') },
  },
  takeChairsAction: {
    steps: [asked({ amountApproved: '20.00', reason: hostileProse, ...on('decidedOn', '2017-10-20'), ...note })],
    refused: { answers: { amountApproved: tooMuch } },
  },
  payAward: {
    steps: [asked({ amount: '5.00', ...on('paidOn', late), paymentReference: hostileReference, ...note })],
    refused: { answers: { amount: tooMuch } },
  },
  refundAward: {
    steps: [asked({ amount: '5.00', ...on('receivedOn', late), bankReference: hostile.rightToLeft, ...note })],
    refused: { answers: { amount: tooMuch } },
  },
  closeAward: {
    steps: [asked({ reason: hostileProse, ...on('closedOn', late), ...note })],
    refused: { answers: on('closedOn', '2017-05-01') },
  },
  scheduleMeeting: {
    steps: [asked({ title: hostile.longWord, ...on('heldOn', late), venue: hostile.script, ...note })],
    refused: { answers: on('heldOn', closed) },
  },
  attendance: {
    steps: [asked({ 'present.0.name': hostile.longWord, ...note })],
    // Somebody whose interest was declared is left out.
    refused: { at: atMeeting('open'), answers: { 'present.0.name': 'Else', reason: hostileProse }, isSent: true },
  },
  openMeeting: { steps: [optional(note)], refused: { at: atMeeting('scheduled') } },
  closeMeeting: { steps: [optional(note)], refused: { at: atMeeting('attended') } },
  declareInterest: {
    steps: [asked({ awardId: ({ awards }) => awards.waiting, who: nobodyElse, nature: hostileProse, ...note })],
    refused: { answers: { awardId: ({ awards }) => awards.submitted } },
  },
  decideAward: {
    steps: [asked({ amountApproved: '80.00', minuteReference: hostileReference, conditions: hostileProse, ...note })],
    refused: { answers: { amountApproved: tooMuch } },
  },
  ratifyChairsAction: { steps: [asked({ minuteReference: hostileReference, ...note })], refused: { as: 'chair' } },
  confirmMinutes: {
    steps: [asked({ confirmedAtMeetingId: ({ meetings }) => meetings.open, ...note })],
    refused: { at: atMeeting('confirmed') },
  },
} as const satisfies Readonly<Record<string, FormAnswers>>;
