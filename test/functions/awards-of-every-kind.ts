import { attendance, awardCalls, did } from '../award-calls.ts';
import type { Ledger } from './refusals.ts';

const undecided = { amountApproved: undefined };
const councilOfficer = { authorityId: 'maldon-district-council', name: 'A council officer' };
const countyOfficer = { authorityId: 'essex-county-council', name: 'A county officer' };
const full = { ...attendance, present: [...attendance.present, countyOfficer] };

/** Records everything that can happen at meetings and to awards, in two funds and four years, and takes some of it back. */
export async function recordAwardsOfEveryKind(ledger: Ledger): Promise<void> {
  const { agree, openFund, post } = ledger;
  const group = awardCalls(ledger, ledger.id);
  const reverse = (sequence: number, effectiveOn: string) =>
    did(post(`/journal/${sequence}/reversal`, { reason: 'It bounced.', effectiveOn }));
  await did(openFund('tru-cam', { restriction: 'restricted', purpose: 'Speed enforcement.' }));
  const earlier = { financialYear: '2016-17', agreedOn: '2016-04-05', reference: 'CDSF', topSlices: [] };
  const { id: grantId } = await did(agree({ ...earlier, fundId: 'tru-cam', grossAmount: '7000.00' }));
  await group.setTerms({ note: 'A note.' }, '2016-09-01');
  const early = await group.openMeeting({ heldOn: '2016-11-10', note: 'A note.' });
  const meetingId = await group.openMeeting({ venue: 'Council chamber' });
  const later = await group.openMeeting({ heldOn: '2018-05-11' }, full);

  // Paid in one year, paid and refunded in the next, closed.
  const restricted = { fundId: 'tru-cam', grantId, purposeStatement: 'It serves it.', note: 'A note.' };
  const old = await group.proposeTo(early, { ...restricted, amountRequested: '60.00' });
  await did(group.decide(old, early, { amountApproved: '60.00', note: 'A note.' }));
  await did(group.pay(old, { amount: '25.00', paidOn: '2016-12-01' }));
  await did(group.pay(old, { amount: '25.00', paidOn: '2017-04-01', note: 'A note.' }));
  await did(group.refund(old, { amount: '40.00', receivedOn: '2017-06-01' }));
  await did(group.closeAward(old, { closedOn: '2017-12-01' }));

  // Approved, the attendance corrected, a payment and a refund taken back, and varied in the next year.
  const varied = await group.proposeTo(meetingId, { relatedAwardId: old });
  await did(group.declare(meetingId, { awardId: varied, attendee: councilOfficer }));
  const { sequence: declaredAt } = await did(group.declare(meetingId, { awardId: varied, subject: 'a-clerk' }));
  await reverse(declaredAt, '2017-10-06');
  await did(group.attend(meetingId, full, '*'));
  await did(group.decide(varied, meetingId, { conditions: ['Report by March.'] }));
  await did(group.attend(meetingId, { ...full, reason: 'A name was wrong.' }, '*'));
  const { sequence: paidAt } = await did(group.pay(varied));
  await did(group.pay(varied));
  const { sequence: refundedAt } = await did(group.refund(varied));
  await reverse(refundedAt, '2018-02-20');
  await reverse(paidAt, '2018-04-03');
  await did(group.vary(varied, later));
  await did(group.decide(varied, later, { amountApproved: '450.00', minuteReference: '3' }));

  const deferred = await group.proposeTo(meetingId);
  await did(group.decide(deferred, meetingId, { outcome: 'deferred', ...undecided, deferredTo: later }));
  await did(group.decide(deferred, later, { outcome: 'rejected', ...undecided }));
  const unconfirmed = await group.proposeTo(meetingId, { amountRequested: undefined });
  await did(group.decide(unconfirmed, meetingId, undecided));
  await did(group.decide(unconfirmed, later, { amountApproved: '75.00' }));
  await did(group.withdraw(await group.proposeTo(meetingId)));

  // Chair's action: ratified, refused after a payment that then bounced, and waiting.
  const [acted, refused, waiting] = [await group.propose(), await group.propose(), await group.propose()];
  for (const awardId of [acted, refused, waiting]) await did(group.act(awardId, { amountApproved: '80.00' }));
  await did(group.ratify(meetingId, acted));
  const { sequence: bounced } = await did(group.pay(refused, { amount: '30.00', paidOn: '2017-09-29' }));
  await did(group.pay(refused, { amount: '10.00', paidOn: '2017-09-30' }));
  await did(group.ratify(meetingId, refused, { outcome: 'refused', note: 'A note.' }));
  await reverse(bounced, '2017-11-01');
  await did(group.close(meetingId));
  await did(group.confirm(meetingId, later));
}
