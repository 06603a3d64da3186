import { AwardBody } from '../domain/award/award.ts';
import { takeChairsAction } from '../domain/award/chairs-action.ts';
import { decideAward } from '../domain/award/decide-award.ts';
import { ChairsActionBody, DecisionBody, RatificationBody } from '../domain/award/decision.ts';
import { declareInterest } from '../domain/award/declare-interest.ts';
import { closeAward, payAward, refundAward } from '../domain/award/pay-award.ts';
import { ClosureBody, PaymentBody, RefundBody } from '../domain/award/payment.ts';
import { AwardVariationBody } from '../domain/award/proposal.ts';
import { proposeAward, submitAward, varyAward } from '../domain/award/propose-award.ts';
import { ratifyChairsAction } from '../domain/award/ratify-chairs-action.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import { AttendanceBody } from '../domain/meeting/attendance.ts';
import { InterestBody } from '../domain/meeting/interest.ts';
import { MeetingBody } from '../domain/meeting/meeting.ts';
import { recordAttendance } from '../domain/meeting/record-attendance.ts';
import { openMeeting, scheduleMeeting } from '../domain/meeting/run-meeting.ts';
import { setTerms } from '../domain/partnership/set-up.ts';
import { TermsBody } from '../domain/partnership/terms-of-reference.ts';
import type { Person } from '../domain/text.ts';
import { agree, bodyOf, ledgerWith } from './builders.ts';
import { financeOfficer, idOf, type TestLedger } from './domain/test-ledger.ts';

export const coordinator: Person = { subject: 'maldon-coordinator' };
export const chair = { subject: 'maldon-rag-chair', name: 'Chair' } satisfies Person;
export const viceChair = { subject: 'maldon-rag-vice-chair', name: 'Vice-chair' } satisfies Person;

/** The date of the seed report's meeting. */
export const heldOn = '2017-10-06';

export const termsBody = bodyOf(() => TermsBody, {
  quorum: 3,
  chair,
  viceChair,
  chairsActionLimit: '500.00',
  ratificationDays: 120,
});
export const meetingBody = bodyOf(MeetingBody, { title: 'Responsible Authorities Group', heldOn });
/** Three authorities, the vice-chair for one of them; the chair presides and represents none. */
export const attendanceBody = bodyOf(() => AttendanceBody, {
  presiding: chair,
  present: [
    { authorityId: 'maldon-district-council', name: 'Council officer' },
    { authorityId: 'essex-county-council', name: 'County officer' },
    { authorityId: 'essex-police', name: 'Vice-chair', subject: viceChair.subject },
  ],
});
export type AttendanceFields = NonNullable<Parameters<typeof attendanceBody>[0]>;
export const awardBody = bodyOf(AwardBody, {
  title: 'Just Play football initiative',
  fundId: 'partnership-fund',
  recipient: { name: 'Community football organiser', kind: 'vcse' },
  amountRequested: '400.00',
  purpose: 'Extend to Burnham-on-Crouch',
});
export const decisionBody = (
  meetingId: string,
  fields: Parameters<typeof decisionFields>[0] = {},
): ReturnType<typeof decisionFields> => decisionFields({ meetingId, ...fields });
const decisionFields = bodyOf(() => DecisionBody, { outcome: 'approved', minuteReference: '9.1' });
export const chairsActionBody = bodyOf(ChairsActionBody, {
  amountApproved: '400.00',
  reason: 'The hall is free this week only.',
  decidedOn: '2017-09-01',
});
export const paymentBody = bodyOf(PaymentBody, { amount: '100.00', paidOn: '2017-11-17', paymentReference: 'BACS-1' });
export const refundBody = bodyOf(RefundBody, { amount: '30.00', receivedOn: '2018-01-12', bankReference: 'BACK-1' });
export const interestBody = bodyOf(() => InterestBody, { nature: 'Trustee of the recipient.' });
export const ratificationBody = bodyOf(() => RatificationBody, { outcome: 'ratified', minuteReference: '4.1' });
export const awardVariationBody = bodyOf(() => AwardVariationBody, { amountRequested: '600.00', reason: 'It grew.' });
export const closureBody = bodyOf(ClosureBody, { reason: 'The initiative ended.', closedOn: '2018-03-01' });

/** Names chair and vice-chair from the first day of 2016/17. */
export const nameOfficers = (ledger: TestLedger, fields: Parameters<typeof termsBody>[0] = {}): JournalEntry =>
  ledger.run(setTerms('2016-04-01', termsBody(fields), undefined));

/** A meeting with attendance that is open: its id. */
export function openMeetingOf(
  ledger: TestLedger,
  fields: Parameters<typeof meetingBody>[0] = {},
  attendance: AttendanceFields = {},
): string {
  const id = idOf(ledger.run(scheduleMeeting(meetingBody(fields)), coordinator));
  ledger.run(recordAttendance(id, attendanceBody(attendance), undefined), coordinator);
  ledger.run(openMeeting(id, {}), coordinator);
  return id;
}

/** A meeting to come: its id. */
export const scheduleOn = (ledger: TestLedger, on: string): string =>
  idOf(ledger.run(scheduleMeeting(meetingBody({ heldOn: on })), coordinator));

/** Puts forward an initiative: the award's id. */
export const propose = (ledger: TestLedger, fields: Parameters<typeof awardBody>[0] = {}): string =>
  idOf(ledger.run(proposeAward(awardBody(fields)), coordinator));

/** Puts an initiative on a meeting's agenda: the award's id. */
export function submit(ledger: TestLedger, meetingId: string, fields: Parameters<typeof awardBody>[0] = {}): string {
  const id = propose(ledger, fields);
  ledger.run(submitAward(id, { meetingId }), coordinator);
  return id;
}

/** Approves an award on a meeting's agenda, in full where nothing is said. */
export const approve = (
  ledger: TestLedger,
  awardId: string,
  meetingId: string,
  fields: Parameters<typeof decisionFields>[0] = {},
): JournalEntry =>
  ledger.run(decideAward(awardId, decisionBody(meetingId, { amountApproved: '400.00', ...fields })), chair);

/** A ledger with chair and vice-chair, and a grant of £1,000 agreed for 2017/18. */
export function ledgerWithMoney(
  terms: Parameters<typeof termsBody>[0] = {},
  grant: Parameters<typeof agree>[1] = {},
): TestLedger {
  const ledger = ledgerWith();
  nameOfficers(ledger, terms);
  agree(ledger, grant);
  return ledger;
}

/** A ledger with an award that was approved at the seed report's meeting, in full. */
export function ledgerWithAward(amount = '400.00', fields: Parameters<typeof awardBody>[0] = {}) {
  const ledger = ledgerWithMoney();
  const meetingId = openMeetingOf(ledger);
  const awardId = submit(ledger, meetingId, { amountRequested: amount, ...fields });
  approve(ledger, awardId, meetingId, { amountApproved: amount });
  return { ledger, meetingId, awardId };
}

/** Chair's action on an award that was put forward: the award's id. */
export function act(
  ledger: TestLedger,
  fields: Parameters<typeof chairsActionBody>[0] = {},
  award: Parameters<typeof awardBody>[0] = {},
): string {
  const id = propose(ledger, award);
  ledger.run(takeChairsAction(id, chairsActionBody(fields)), chair);
  return id;
}

/** The vice-chair presides over what became of chair's action at a meeting. */
export const ratify = (
  ledger: TestLedger,
  awardId: string,
  meetingId: string,
  fields: Parameters<typeof ratificationBody>[0] = {},
): JournalEntry => ledger.run(ratifyChairsAction(meetingId, ratificationBody({ awardId, ...fields })), viceChair);

/** Asks a meeting for another amount. */
export const vary = (
  ledger: TestLedger,
  awardId: string,
  meetingId: string,
  fields: Parameters<typeof awardVariationBody>[0] = {},
): JournalEntry => ledger.run(varyAward(awardId, awardVariationBody({ meetingId, ...fields })), coordinator);

export const declare = (
  ledger: TestLedger,
  awardId: string,
  meetingId: string,
  who: Parameters<typeof interestBody>[0] = {},
): JournalEntry => ledger.run(declareInterest(meetingId, interestBody({ awardId, ...who })), coordinator);

export const pay = (
  ledger: TestLedger,
  awardId: string,
  fields: Parameters<typeof paymentBody>[0] = {},
): JournalEntry => ledger.run(payAward(awardId, paymentBody(fields)), financeOfficer);

export const refund = (
  ledger: TestLedger,
  awardId: string,
  fields: Parameters<typeof refundBody>[0] = {},
): JournalEntry => ledger.run(refundAward(awardId, refundBody(fields)), financeOfficer);

export const close = (
  ledger: TestLedger,
  awardId: string,
  fields: Parameters<typeof closureBody>[0] = {},
): JournalEntry => ledger.run(closeAward(awardId, closureBody(fields)), financeOfficer);
