import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { openMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  type AttendanceFields,
  approve,
  attendanceBody,
  chair,
  coordinator,
  decisionBody,
  declare,
  ledgerWithMoney,
  nameOfficers,
  openMeetingOf,
  scheduleOn,
  submit,
  viceChair,
} from '../../award-builders.ts';
import { agree, ledgerWith } from '../../builders.ts';

type Present = NonNullable<AttendanceFields['present']>;

const council = { authorityId: 'maldon-district-council', name: 'Council officer' };
const county = { authorityId: 'essex-county-council', name: 'County officer' };
const police = { authorityId: 'essex-police', name: 'Police officer' };
const secondOfficer = { ...police, name: 'Second police officer' };
const vice = { ...police, name: 'Vice-chair', subject: viceChair.subject };

/** A meeting with a quorum of three authorities unless said otherwise, and an award on its agenda. */
const setUp = (present: Present, quorum = 3) => {
  const ledger = ledgerWithMoney({ quorum });
  const meetingId = openMeetingOf(ledger, {}, { present });
  const awardId = submit(ledger, meetingId);
  const decide = (id = awardId, by = chair) => ledger.run(decideAward(id, decisionBody(meetingId)), by);
  const refusal = (id = awardId, by = chair) => ledger.refusal(decideAward(id, decisionBody(meetingId)), by);
  return { ledger, meetingId, awardId, decide, refusal };
};

describe('the quorum of a meeting', () => {
  const open = (present: Present, quorum: number) => {
    const ledger = ledgerWith();
    nameOfficers(ledger, { quorum });
    const meetingId = scheduleOn(ledger, '2017-10-06');
    ledger.run(recordAttendance(meetingId, attendanceBody({ present }), undefined), coordinator);
    return { ledger, decide: openMeeting(meetingId, {}) };
  };

  it('counts two people of one authority once', () => {
    const { ledger, decide } = open([council, police, secondOfficer], 3);

    expect(ledger.refusal(decide)).toEqual({ code: 'meeting-not-quorate', present: 2, quorum: 3, recused: 0 });
  });

  it('is reached by just as many authorities as the terms want', () => {
    const { ledger, decide } = open([council, police, secondOfficer], 2);

    expect(ledger.run(decide).facts).toMatchObject({ authorities: ['essex-police', 'maldon-district-council'] });
  });

  it('does not count whoever presides without being there for an authority', () => {
    const { ledger, decide } = open([council, county], 3);

    expect(ledger.refusal(decide)).toMatchObject({ code: 'meeting-not-quorate', present: 2 });
  });
});

describe('the quorum of an item', () => {
  it('is written down with the authorities that counted', () => {
    const { decide } = setUp([council, county, police]);

    expect(decide().facts).toMatchObject({
      quorum: 3,
      authorities: ['essex-county-council', 'essex-police', 'maldon-district-council'],
    });
  });

  it('is broken by a recusal for that item alone', () => {
    const { ledger, meetingId, awardId, decide, refusal } = setUp([council, county, police]);
    const other = submit(ledger, meetingId);
    declare(ledger, awardId, meetingId, { attendee: police });

    expect(refusal()).toEqual({ code: 'meeting-not-quorate', present: 2, quorum: 3, recused: 1 });
    expect(decide(other).facts).toMatchObject({ awardId: other, authorities: { length: 3 } });
  });

  it('stands where the terms want no more than are left', () => {
    const { ledger, meetingId, awardId, decide } = setUp([council, county, police], 2);
    declare(ledger, awardId, meetingId, { attendee: police });

    expect(decide().facts).toMatchObject({ authorities: ['essex-county-council', 'maldon-district-council'] });
  });

  it('counts an authority with one person recused and one free', () => {
    const { ledger, meetingId, awardId, decide } = setUp([council, county, police, secondOfficer]);
    declare(ledger, awardId, meetingId, { attendee: police });

    expect(decide().facts).toMatchObject({ authorities: { length: 3 } });
  });

  it('does not count an authority all of whose people are recused', () => {
    const { ledger, meetingId, awardId, refusal } = setUp([council, county, police, secondOfficer]);
    for (const attendee of [police, secondOfficer]) declare(ledger, awardId, meetingId, { attendee });

    expect(refusal()).toEqual({ code: 'meeting-not-quorate', present: 2, quorum: 3, recused: 1 });
  });

  it('takes a login’s interest off the authority that it is there for', () => {
    const { ledger, meetingId, awardId, refusal } = setUp([council, county, vice]);
    declare(ledger, awardId, meetingId, { subject: viceChair.subject });

    expect(refusal()).toEqual({ code: 'meeting-not-quorate', present: 2, quorum: 3, recused: 1 });
  });

  it('takes off nobody of the same name who is there for another authority', () => {
    const namesake = { ...council, name: police.name };
    const { ledger, meetingId, awardId, decide } = setUp([namesake, county, police], 2);
    declare(ledger, awardId, meetingId, { attendee: police });

    expect(decide().facts).toMatchObject({ authorities: ['essex-county-council', 'maldon-district-council'] });
  });

  it('is none where nobody of any authority is free', () => {
    const { ledger, meetingId, awardId, refusal } = setUp([council], 1);
    declare(ledger, awardId, meetingId, { attendee: council });

    expect(refusal()).toEqual({ code: 'meeting-not-quorate', present: 0, quorum: 1, recused: 1 });
  });

  it('follows attendance as it was corrected', () => {
    const { ledger, meetingId, awardId, decide, refusal } = setUp([council, county, police]);
    const correct = (present: Present) =>
      ledger.run(recordAttendance(meetingId, attendanceBody({ present }), '*'), coordinator);
    correct([council, county]);
    const short = refusal();
    correct([council, county, secondOfficer]);

    expect(short).toEqual({ code: 'meeting-not-quorate', present: 2, quorum: 3, recused: 0 });
    expect(decide().facts).toMatchObject({ awardId });
  });
});

describe('the quorum of a variation', () => {
  it('takes off whoever had an interest in the award before', () => {
    const ledger = ledgerWith();
    nameOfficers(ledger, { quorum: 2 });
    agree(ledger);
    const meetingId = openMeetingOf(ledger, {}, { present: [council, county, police] });
    const awardId = submit(ledger, meetingId);
    declare(ledger, awardId, meetingId, { attendee: police });

    const entry = approve(ledger, awardId, meetingId);

    expect(entry.facts).toMatchObject({ authorities: ['essex-county-council', 'maldon-district-council'] });
    expect(ledger.get('award', awardId).interests).toMatchObject([{ attendee: police }]);
  });
});
