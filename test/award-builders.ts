import { AwardBody } from '../domain/award/award.ts';
import { decideAward } from '../domain/award/decide-award.ts';
import { ChairsActionBody, DecisionBody } from '../domain/award/decision.ts';
import { ClosureBody, PaymentBody, RefundBody } from '../domain/award/payment.ts';
import { proposeAward, submitAward } from '../domain/award/propose-award.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import { AttendanceBody } from '../domain/meeting/attendance.ts';
import { MeetingBody } from '../domain/meeting/meeting.ts';
import { openMeeting, recordAttendance, scheduleMeeting } from '../domain/meeting/run-meeting.ts';
import { setTerms } from '../domain/partnership/set-up.ts';
import { TermsBody } from '../domain/partnership/terms-of-reference.ts';
import type { Person } from '../domain/text.ts';
import { bodyOf } from './builders.ts';
import { idOf, type TestLedger } from './domain/test-ledger.ts';

export const coordinator: Person = { subject: 'maldon-coordinator' };
export const chair: Person = { subject: 'maldon-rag-chair', name: 'Chair' };
export const viceChair: Person = { subject: 'maldon-rag-vice-chair', name: 'Vice-chair' };

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
export const closureBody = bodyOf(ClosureBody, { reason: 'The initiative ended.', closedOn: '2018-03-01' });

/** Names chair and vice-chair from the first day of 2016/17. */
export const nameOfficers = (ledger: TestLedger, fields: Parameters<typeof termsBody>[0] = {}): JournalEntry =>
  ledger.run(setTerms('2016-04-01', termsBody(fields), undefined));

/** A meeting with attendance that is open: its id. */
export function openMeetingOf(ledger: TestLedger, fields: Parameters<typeof meetingBody>[0] = {}): string {
  const id = idOf(ledger.run(scheduleMeeting(meetingBody(fields)), coordinator));
  ledger.run(recordAttendance(id, attendanceBody(), undefined), coordinator);
  ledger.run(openMeeting(id, {}), coordinator);
  return id;
}

/** Puts an initiative on a meeting's agenda: the award's id. */
export function submit(ledger: TestLedger, meetingId: string, fields: Parameters<typeof awardBody>[0] = {}): string {
  const id = idOf(ledger.run(proposeAward(awardBody(fields)), coordinator));
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
