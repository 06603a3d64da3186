import type { OperationName } from '../../functions/operations.ts';
import type { Call } from '../api.ts';
import { attendance, initiative } from '../award-calls.ts';
import { coreGrant } from '../partnership.ts';
import { type BusyWorld, closedYear } from './year-closed-world.ts';

type Sitting = BusyWorld['open'];
type Make = (world: BusyWorld, sitting: Sitting) => Call;

/** For each operation that posts, a call for a day. */
export const posting = {
  agreeGrant: (_, { day, year }) => ({
    path: '/grants',
    body: { ...coreGrant, financialYear: year, agreedOn: day },
  }),
  recordReceipt: ({ core }, { day }) => ({
    path: `/grants/${core}/receipts`,
    body: { amount: '10.00', receivedOn: day, bankReference: `NEW-${day}` },
  }),
  notifyTopSlice: ({ core }, { day }) => ({
    path: `/grants/${core}/top-slices`,
    body: { purpose: 'dhr', amount: '10.00', notifiedOn: day, reference: 'L-2' },
  }),
  varyGrant: ({ core }, { day }) => ({
    path: `/grants/${core}/variations`,
    body: { grossAmount: '12000.00', effectiveOn: day, reference: 'V-1', reason: 'An uplift.' },
  }),
  meetCondition: ({ core }, { day }) => ({
    path: `/grants/${core}/conditions/1/fulfilment`,
    body: { metOn: day, evidence: 'A letter.' },
  }),
  recordRepayment: ({ repayable }, { day }) => ({
    path: `/grants/${repayable}/repayments`,
    body: { amount: '10.00', paidOn: day, paymentReference: 'REPAY-2' },
  }),
  recordRepaymentRefund: ({ overpaid }, { day }) => ({
    path: `/grants/${overpaid}/repayment-refunds`,
    body: { amount: '10.00', receivedOn: day, bankReference: `REFUND-${day}` },
  }),
  recordExpenditure: (_, { day }) => ({
    path: '/expenditure',
    body: {
      fundId: 'partnership-fund',
      category: 'partnership-posts',
      description: 'Posts',
      amount: '10.00',
      spentOn: day,
      paymentReference: 'JNL-2',
      authorityReference: 'Budget',
    },
  }),
  noteSharedFund: (_, { year }) => ({
    path: '/shared-funds',
    body: {
      title: 'Gangs',
      funder: coreGrant.funder,
      totalAmount: '200000.00',
      financialYears: [year],
      areas: [{ name: 'Chelmsford' }],
      heldBy: 'Commissioner',
    },
  }),
  recordOpeningBalance: (_, { day }) => ({
    path: '/funds/new/opening-balance',
    body: { effectiveOn: day, reference: 'TB', bank: '10.00' },
  }),
  recordOpeningReceipt: (_, { day }) => ({
    path: '/funds/joined/opening-balance/receipts',
    body: { funder: 'essex-pcc', amount: '10.00', receivedOn: day, bankReference: `OWED-${day}` },
  }),
  recordOpeningRepayment: (_, { day }) => ({
    path: '/funds/joined/opening-balance/repayments',
    body: { funder: 'essex-pcc', amount: '10.00', paidOn: day, paymentReference: 'OWED' },
  }),
  decideAward: ({ group }, { meetingId, proposal }) => ({
    ...group.chair,
    path: `/awards/${proposal}/decision`,
    body: { meetingId, outcome: 'approved', amountApproved: '10.00', minuteReference: '9.1' },
  }),
  takeChairsAction: ({ group, draft }, { day }) => ({
    ...group.chair,
    path: `/awards/${draft}/chairs-action`,
    body: { amountApproved: '10.00', reason: 'It is urgent.', decidedOn: day },
  }),
  ratifyChairsAction: ({ group, acted }, { meetingId }) => ({
    ...group.viceChair,
    path: `/meetings/${meetingId}/ratifications`,
    body: { awardId: acted, outcome: 'ratified', minuteReference: '4' },
  }),
  payAward: ({ unpaid }, { day }) => ({
    path: `/awards/${unpaid}/payments`,
    body: { amount: '10.00', paidOn: day, paymentReference: 'BACS-2' },
  }),
  refundAward: ({ paid }, { day }) => ({
    path: `/awards/${paid}/refunds`,
    body: { amount: '10.00', receivedOn: day, bankReference: `BACK-${day}` },
  }),
  closeAward: ({ closable }, { day }) => ({
    path: `/awards/${closable}/closure`,
    body: { reason: 'It is over.', closedOn: day },
  }),
  reverseEntry: ({ receipt }, { day }) => ({
    path: `/journal/${receipt}/reversal`,
    body: { reason: 'Entered by mistake.', effectiveOn: day },
  }),
} as const satisfies { readonly [Name in OperationName]?: Make };

type MakeQuiet = (world: BusyWorld) => Call;

/** For each operation that posts nothing, a call about the closed year, which is refused with a note alone. */
export const quiet = {
  putPriorities: ({ group }) => ({
    ...group.coordinator,
    method: 'PUT',
    path: `/years/${closedYear}/priorities`,
    body: { items: [{ id: 'roads', name: 'Roads' }] },
  }),
  scheduleMeeting: ({ group, closed }) => ({
    ...group.coordinator,
    path: '/meetings',
    body: { title: 'Group', heldOn: closed.day },
  }),
  putAttendance: ({ group, bare }) => ({
    ...group.coordinator,
    method: 'PUT',
    path: `/meetings/${bare}/attendance`,
    body: attendance,
  }),
  closeMeeting: ({ group, earlier }) => ({ ...group.coordinator, path: `/meetings/${earlier}/closing`, body: {} }),
  confirmMinutes: ({ group, over, closed }) => ({
    ...group.coordinator,
    path: `/meetings/${over}/minutes-confirmation`,
    body: { confirmedAtMeetingId: closed.meetingId },
  }),
  declareInterest: ({ group, closed }) => ({
    ...group.coordinator,
    path: `/meetings/${closed.meetingId}/interests`,
    body: { awardId: closed.variation, nature: 'A trustee.' },
  }),
  proposeAward: ({ group }) => ({ ...group.coordinator, path: '/awards', body: initiative }),
  submitAward: ({ group, other, bare }) => ({
    ...group.coordinator,
    path: `/awards/${other}/submission`,
    body: { meetingId: bare },
  }),
  varyAward: ({ group, paid, bare }) => ({
    ...group.coordinator,
    path: `/awards/${paid}/variations`,
    body: { amountRequested: '500.00', reason: 'Another hall.', meetingId: bare },
  }),
} as const satisfies { readonly [Name in OperationName]?: MakeQuiet };
