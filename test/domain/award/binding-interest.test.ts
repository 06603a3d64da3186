import { describe, expect, it } from 'vitest';
import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { submitAward } from '../../../domain/award/propose-award.ts';
import { interestId } from '../../../domain/ledger/records.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { openMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  type AttendanceFields,
  attendanceBody,
  chair,
  chairsActionBody,
  coordinator,
  decisionBody,
  declare,
  heldOn,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  scheduleOn,
  submit,
  viceChair,
} from '../../award-builders.ts';
import { reverse } from '../../builders.ts';

const county = { authorityId: 'essex-county-council', name: 'County officer' };
const vice = { authorityId: 'essex-police', name: 'Vice-chair' };

describe('an interest declared at one meeting', () => {
  /** Deferred on 6 October 2017, after an interest was declared; back on the agenda of a later meeting. */
  const deferred = (who: { subject: string }, attendance: AttendanceFields = {}) => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    declare(ledger, awardId, meetingId, who);
    ledger.run(decideAward(awardId, decisionBody(meetingId, { outcome: 'deferred' })), by(who));
    const later = openMeetingOf(ledger, { heldOn: '2018-01-12' }, attendance);
    ledger.run(submitAward(awardId, { meetingId: later }), coordinator);
    return { ledger, awardId, later, decision: decideAward(awardId, decisionBody(later)) };
  };
  const by = ({ subject }: { subject: string }) => (subject === chair.subject ? viceChair : chair);

  it('binds at the next one, by login', () => {
    const { ledger, decision } = deferred({ subject: chair.subject });

    expect(ledger.refusal(decision, chair)).toEqual({ code: 'interest-declared' });
    expect(ledger.run(decision, viceChair).facts).toMatchObject({ presiding: viceChair });
  });

  it('binds whoever attends under that login later', () => {
    const present = [...attendanceBody().present.slice(0, 2), { ...vice, subject: 'somebody' }];
    const { ledger, decision } = deferred({ subject: 'somebody' }, { present });

    expect(ledger.refusal(decision, chair)).toMatchObject({ code: 'meeting-not-quorate', present: 2, recused: 1 });
  });

  it('binds an attendee under a new login', () => {
    const ledger = ledgerWithMoney({ quorum: 2 });
    const [meetingId, later] = [scheduleOn(ledger, heldOn), scheduleOn(ledger, '2018-01-12')];
    const present = [
      county,
      { ...vice, name: 'Sergeant' },
      { authorityId: 'maldon-district-council', name: 'Officer' },
    ];
    ledger.run(recordAttendance(meetingId, attendanceBody({ present }), undefined), coordinator);
    const awardId = propose(ledger);
    declare(ledger, awardId, meetingId, { attendee: { ...vice, name: 'Sergeant' } });
    const sergeant = { ...vice, name: 'Sergeant', subject: viceChair.subject };
    const attendance = attendanceBody({ presiding: viceChair, present: [...present.slice(0, 1), sergeant] });
    ledger.run(recordAttendance(later, attendance, undefined), coordinator);
    ledger.run(openMeeting(later, {}), coordinator);
    ledger.run(submitAward(awardId, { meetingId: later }), coordinator);

    const refusal = ledger.refusal(decideAward(awardId, decisionBody(later)), viceChair);

    expect(refusal).toEqual({ code: 'interest-declared' });
  });

  it('by name binds the login that corrected attendance gives it, between meetings too', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, heldOn);
    const person = { ...vice, name: 'Guest' };
    ledger.run(recordAttendance(meetingId, attendanceBody({ present: [person] }), undefined), coordinator);
    const awardId = propose(ledger);
    declare(ledger, awardId, meetingId, { attendee: person });
    const corrected = attendanceBody({ present: [{ ...person, subject: chair.subject }] });
    ledger.run(recordAttendance(meetingId, corrected, '*'), coordinator);

    expect(ledger.refusal(takeChairsAction(awardId, chairsActionBody()), chair)).toEqual({
      code: 'interest-declared',
    });
  });
});

describe('an interest that was declared by mistake', () => {
  const declared = () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    const declaration = declare(ledger, awardId, meetingId, { subject: chair.subject });
    return { ledger, meetingId, awardId, declaration };
  };

  it('binds nobody once it is reversed', () => {
    const { ledger, meetingId, awardId, declaration } = declared();
    const decision = decideAward(awardId, decisionBody(meetingId));
    const before = ledger.refusal(decision, chair).code;

    reverse(ledger, declaration, heldOn);

    expect(before).toBe('interest-declared');
    expect(ledger.run(decision, chair).facts).toMatchObject({ presiding: chair });
  });

  it('stays to be read, with its reversal', () => {
    const { ledger, meetingId, awardId, declaration } = declared();

    const { sequence } = reverse(ledger, declaration, heldOn);

    expect(ledger.get('interest', interestId(meetingId, declaration.sequence))).toMatchObject({ reversedBy: sequence });
    expect(ledger.get('award', awardId).interests).toEqual([]);
    expect(ledger.get('meeting', meetingId).revision).toBe(sequence);
  });

  it('leaves the others standing', () => {
    const { ledger, meetingId, awardId, declaration } = declared();
    declare(ledger, awardId, meetingId, { attendee: county });

    reverse(ledger, declaration, heldOn);

    expect(ledger.get('award', awardId).interests).toMatchObject([{ attendee: county }]);
  });
});
