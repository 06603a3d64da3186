import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { declareInterest } from '../../../domain/award/declare-interest.ts';
import { interestId } from '../../../domain/ledger/records.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { InterestBody } from '../../../domain/meeting/interest.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  type AttendanceFields,
  attendanceBody,
  chair,
  coordinator,
  decisionBody,
  declare,
  heldOn,
  interestBody,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  scheduleOn,
  submit,
  viceChair,
} from '../../award-builders.ts';
import { reversalBody } from '../../builders.ts';
import { asJson, today, unknownId } from '../test-ledger.ts';

const nature = 'Trustee of the recipient.';
const county = { authorityId: 'essex-county-council', name: 'County officer' };
const vice = { authorityId: 'essex-police', name: 'Vice-chair' };

const setUp = (attendance: AttendanceFields = {}) => {
  const ledger = ledgerWithMoney();
  const meetingId = openMeetingOf(ledger, {}, attendance);
  const awardId = submit(ledger, meetingId);
  const interest = (who: Parameters<typeof interestBody>[0] = {}, id = meetingId) =>
    declareInterest(id, interestBody({ awardId, ...who }));
  return { ledger, meetingId, awardId, interest, interests: () => asJson(ledger.get('award', awardId).interests) };
};

describe('declaring an interest', () => {
  it('is kept with the award, and changes the meeting', () => {
    const { ledger, meetingId, awardId, interest, interests } = setUp();

    const entry = ledger.run(interest({ subject: 'somebody', note: 'By letter.' }), coordinator);

    expect(entry).toMatchObject({ type: 'interest-declared', effectiveOn: heldOn, postings: [] });
    expect(entry.facts).toEqual({ meetingId, awardId, subject: 'somebody', nature, note: 'By letter.' });
    expect(interests()).toEqual([{ meetingId, subject: 'somebody', sequence: entry.sequence }]);
    expect(ledger.get('interest', interestId(meetingId, entry.sequence))).toMatchObject({ awardId, nature });
    expect(ledger.get('meeting', meetingId).revision).toBe(entry.sequence);
  });

  it('for a meeting to come counts today', () => {
    const { ledger, interest } = setUp();

    expect(ledger.run(interest({}, scheduleOn(ledger, '2018-09-28'))).effectiveOn).toBe(today);
  });

  it('is the caller’s own where nobody is named', () => {
    const { ledger, interest } = setUp();

    expect(ledger.run(interest(), { subject: 'caller' }).facts).toMatchObject({ subject: 'caller' });
  });

  it('of a login names the attendee too, where they are one person', () => {
    const { ledger, interest, interests } = setUp();

    ledger.run(interest(), viceChair);

    expect(interests()).toMatchObject([{ subject: viceChair.subject, attendee: vice }]);
  });

  it('of an attendee names the login too, where they are one person', () => {
    const { ledger, interest, interests } = setUp();

    ledger.run(interest({ attendee: vice }), coordinator);

    expect(interests()).toMatchObject([{ subject: viceChair.subject, attendee: vice }]);
  });

  it('of an attendee without a login names none', () => {
    const { ledger, interest, interests } = setUp();

    ledger.run(interest({ attendee: county }), coordinator);

    expect(interests()).toEqual([expect.not.objectContaining({ subject: expect.anything() })]);
  });

  it.each([
    ['nobody who is not at the meeting', { attendee: { ...county, name: 'Another' } }],
    ['nobody who is there for another authority', { attendee: { ...county, authorityId: 'essex-police' } }],
  ])('finds %s', (_, who) => {
    const { ledger, interest } = setUp();

    expect(ledger.refusal(interest(who))).toMatchObject({
      code: 'not-found',
      subject: `attendee for ${who.attendee.authorityId}`,
      id: who.attendee.name,
    });
  });

  it('finds no attendee of a meeting without attendance', () => {
    const { ledger, interest } = setUp();

    expect(ledger.refusal(interest({ attendee: county }, scheduleOn(ledger, '2018-01-12')))).toMatchObject({
      code: 'not-found',
    });
  });

  it('is done once, by whichever name', () => {
    const { ledger, interest } = setUp();
    ledger.run(interest({ attendee: vice }), coordinator);

    for (const who of [{ attendee: vice }, { subject: viceChair.subject }]) {
      expect(ledger.refusal(interest(who))).toEqual({
        code: 'invalid-transition',
        because: 'This interest is declared already.',
      });
    }
  });

  it('adds nothing where the attendance has told the login of a person who is bound by name', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, heldOn);
    const attend = (present: AttendanceFields['present']) =>
      ledger.run(recordAttendance(meetingId, attendanceBody({ present: present ?? [] }), '*'), coordinator);
    ledger.run(recordAttendance(meetingId, attendanceBody({ present: [county] }), undefined), coordinator);
    const awardId = propose(ledger);
    declare(ledger, awardId, meetingId, { attendee: county });
    attend([{ ...county, subject: 'officer' }]);

    expect(() => declare(ledger, awardId, meetingId, { subject: 'officer' })).toThrow('invalid-transition');
    expect(ledger.get('meeting', meetingId).interested).toMatchObject([{ subject: 'officer', attendees: [county] }]);
  });

  it('is not taken back by whose interest it is', () => {
    const { ledger, interest } = setUp();
    const { sequence } = ledger.run(interest({ subject: 'somebody' }), coordinator);
    const takeBack = reverseEntry(sequence, reversalBody());

    expect(ledger.refusal(takeBack, { subject: 'somebody' })).toMatchObject({ code: 'separation-of-duties' });
    expect(ledger.run(takeBack, { subject: 'somebody-else' }).type).toBe('entry-reversed');
  });

  it('is refused at a meeting that is over', () => {
    const { ledger, meetingId, interest } = setUp();
    ledger.run(closeMeeting(meetingId, {}), coordinator);

    expect(ledger.refusal(interest({ subject: 'somebody' }))).toMatchObject({ code: 'meeting-not-open' });
  });

  it('is refused where nothing is left to decide', () => {
    const { ledger, meetingId, awardId, interest } = setUp();
    ledger.run(decideAward(awardId, decisionBody(meetingId, { amountApproved: '400' })), chair);

    expect(ledger.refusal(interest({ subject: 'somebody' }))).toEqual({
      code: 'invalid-transition',
      because: 'Nothing about this award is left to decide.',
    });
  });

  it('finds no award and no meeting that is not there', () => {
    const { ledger, interest } = setUp();

    const refusals = [interest({ awardId: unknownId }), interest({}, unknownId)].map((one) => ledger.refusal(one));

    expect(refusals).toMatchObject([{ subject: 'award' }, { subject: 'meeting' }]);
  });

  it('is done at most fifty times for one award', () => {
    const { ledger, interest } = setUp();
    for (let count = 0; count < 50; count += 1) ledger.run(interest({ subject: `person-${count}` }), coordinator);

    expect(ledger.refusal(interest({ subject: 'one-more' }))).toEqual({
      code: 'too-many',
      what: 'interests in one award',
      most: 50,
    });
  });

  it('is done at most a hundred times at one meeting', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awards = ['', '', ''].map(() => submit(ledger, meetingId)) as [string, string, string];
    for (const awardId of awards.slice(0, 2)) {
      for (let number = 1; number <= 50; number += 1)
        declare(ledger, awardId, meetingId, { subject: `login-${number}` });
    }

    const refusal = ledger.refusal(declareInterest(meetingId, interestBody({ awardId: awards[2], subject: 'one' })));

    expect(refusal).toEqual({ code: 'too-many', what: 'interests declared at one meeting', most: 100 });
  });

  it('names a login or an attendee, not both', () => {
    const body = { awardId: unknownId, nature };

    expect(InterestBody.safeParse({ ...body, subject: 'one', attendee: county }).success).toBe(false);
    expect(InterestBody.safeParse({ ...body, attendee: county }).success).toBe(true);
    expect(InterestBody.safeParse(body).success).toBe(true);
  });
});
