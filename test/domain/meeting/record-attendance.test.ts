import { describe, expect, it } from 'vitest';
import { AttendanceBody } from '../../../domain/meeting/attendance.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { closeMeeting, scheduleMeeting } from '../../../domain/meeting/run-meeting.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import {
  type AttendanceFields,
  approve,
  attendanceBody,
  chair,
  coordinator,
  declare,
  heldOn,
  ledgerWithMoney,
  meetingBody,
  openMeetingOf,
  propose,
  submit,
  termsBody,
  viceChair,
} from '../../award-builders.ts';
import { ledgerWith } from '../../builders.ts';
import { idOf, today } from '../test-ledger.ts';

const somebody = { subject: 'somebody', name: 'Somebody' };
const police = { authorityId: 'essex-police', name: 'Police officer' };

const setUp = (on = heldOn) => {
  const ledger = ledgerWithMoney();
  const meetingId = idOf(ledger.run(scheduleMeeting(meetingBody({ heldOn: on })), coordinator));
  const attend = (fields: AttendanceFields = {}, expected?: Parameters<typeof recordAttendance>[2]) =>
    recordAttendance(meetingId, attendanceBody(fields), expected);
  return { ledger, meetingId, attend };
};

describe('recording attendance', () => {
  it('says who presides, and who is there for whom', () => {
    const { ledger, meetingId, attend } = setUp();

    const entry = ledger.run(attend(), coordinator);

    expect(entry).toMatchObject({ type: 'attendance-recorded', effectiveOn: heldOn, postings: [] });
    expect(ledger.get('meeting', meetingId)).toMatchObject({
      status: 'scheduled',
      attendance: { presiding: chair, present: attendanceBody().present },
      corrections: [],
      revision: entry.sequence,
    });
  });

  it('beforehand counts today', () => {
    const { ledger, attend } = setUp('2018-09-28');

    expect(ledger.run(attend()).effectiveOn).toBe(today);
  });

  it('again is for who has read it', () => {
    const { ledger, meetingId, attend } = setUp();
    const { sequence } = ledger.run(attend());

    const [blind, stale] = [undefined, sequence - 1].map((expected) => ledger.refusal(attend({}, expected)));
    ledger.run(attend({ present: [police] }, sequence));

    expect(blind).toEqual({ code: 'revision-required' });
    expect(stale).toEqual({ code: 'revision-mismatch' });
    expect(ledger.get('meeting', meetingId)).toMatchObject({ attendance: { present: [police] }, corrections: [] });
  });

  it('for the first time needs no revision, but takes none that is not the meeting’s', () => {
    const { ledger, meetingId, attend } = setUp();
    const { revision } = ledger.get('meeting', meetingId);

    expect(ledger.refusal(attend({}, revision - 1))).toEqual({ code: 'revision-mismatch' });
    expect(ledger.run(attend({}, 'nothing')).type).toBe('attendance-recorded');
  });

  it('finds no authority that is none of the partnership’s', () => {
    const { ledger, attend } = setUp();

    const refusal = ledger.refusal(attend({ present: [{ authorityId: 'essex-fire', name: 'Fire officer' }] }));

    expect(refusal).toEqual({ code: 'not-found', subject: 'responsible authority', id: 'essex-fire' });
  });

  it.each([
    ['somebody named twice', { present: [police, police] }],
    ['a login that is two people', { present: [police, { ...police, name: 'Another' }].map(withLogin) }],
    ['an empty name', { present: [{ ...police, name: '' }] }],
    ['nobody presiding', { presiding: undefined }],
    ['more than fifty people', { present: many(51) }],
  ])('does not read %s', (_, fields) => {
    expect(AttendanceBody.safeParse({ ...attendanceBody(), ...fields }).success).toBe(false);
  });

  it.each([
    ['two people of one name for two authorities', { present: [police, { ...police, authorityId: 'essex-fire' }] }],
    ['fifty people', { present: many(50) }],
  ])('reads %s', (_, fields) => {
    expect(AttendanceBody.safeParse({ ...attendanceBody(), ...fields }).success).toBe(true);
  });
});

describe('who presides over a meeting', () => {
  it.each([
    ['the chair', chair],
    ['the vice-chair', viceChair],
  ])('may be %s', (_, presiding) => {
    const { ledger, attend } = setUp();

    expect(ledger.run(attend({ presiding })).facts).toMatchObject({ presiding });
  });

  it('is nobody but the chair and the vice-chair that the terms name', () => {
    const { ledger, attend } = setUp();

    const refusal = ledger.refusal(attend({ presiding: somebody }));

    expect(refusal).toEqual({ code: 'not-presiding', presiding: 'Chair or Vice-chair' });
  });

  it.each([
    ['chair', { chair }, 'Chair'],
    ['vice-chair', { viceChair }, 'Vice-chair'],
  ])('is the %s where the terms name nobody else', (_, named, presiding) => {
    const { ledger, attend } = setUp();
    ledger.run(setTerms(heldOn, { quorum: 3, ...named }, undefined));

    expect(ledger.refusal(attend({ presiding: somebody }))).toEqual({ code: 'not-presiding', presiding });
  });

  it('is anybody where the terms name nobody', () => {
    const ledger = ledgerWith();
    const id = idOf(ledger.run(scheduleMeeting(meetingBody()), coordinator));

    const entry = ledger.run(recordAttendance(id, attendanceBody({ presiding: somebody }), undefined));

    expect(entry.facts).toMatchObject({ presiding: somebody });
  });

  it('is the chair of the day of the meeting, not of another', () => {
    const { ledger, attend } = setUp();
    ledger.run(setTerms('2017-10-07', termsBody({ chair: somebody }), undefined));

    expect(ledger.refusal(attend({ presiding: somebody })).code).toBe('not-presiding');
    expect(ledger.run(attend({ presiding: chair })).facts).toMatchObject({ presiding: chair });
  });
});

describe('correcting attendance', () => {
  const reason = 'The county officer had left.';
  const relied = () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    approve(ledger, submit(ledger, meetingId), meetingId);
    const correct = (fields: AttendanceFields) => recordAttendance(meetingId, attendanceBody(fields), '*');
    return { ledger, meetingId, correct };
  };

  it('wants a reason once a decision relies on it', () => {
    const { ledger, correct } = relied();

    expect(ledger.refusal(correct({ present: [police] }))).toEqual({
      code: 'invalid-transition',
      because: 'A decision relies on this attendance, or the meeting is closed: give the reason for correcting it.',
    });
  });

  it('keeps the reasons, in order', () => {
    const { ledger, meetingId, correct } = relied();

    const first = ledger.run(correct({ present: [police], reason }), coordinator);
    const second = ledger.run(correct({ reason: 'She had not.' }), coordinator);

    expect(ledger.get('meeting', meetingId).corrections).toEqual([first.sequence, second.sequence]);
    expect([first, second].map(({ facts }) => 'reason' in facts && facts.reason)).toEqual([reason, 'She had not.']);
  });

  it('keeps somebody with an interest in it, with a reason or without', () => {
    const { ledger, meetingId, attend } = setUp();
    ledger.run(attend({ present: [police] }));
    const awardId = propose(ledger);
    declare(ledger, awardId, meetingId, { attendee: police });

    for (const fields of [{ present: [] }, { present: [{ ...police, name: 'Inspector Smith' }], reason }]) {
      expect(ledger.refusal(attend(fields, '*'))).toMatchObject({
        code: 'invalid-transition',
        because: expect.stringContaining('Police officer has declared an interest'),
      });
    }
    expect(ledger.run(attend({ present: [{ ...police, name: 'POLICE OFFICER ' }] }, '*')).type).toBe(
      'attendance-recorded',
    );
  });

  it('binds somebody with an interest by every name that their login has had', () => {
    const { ledger, meetingId, attend } = setUp();
    ledger.run(attend({ present: [police] }));
    const awardId = propose(ledger);
    declare(ledger, awardId, meetingId, { attendee: police });
    const login = { subject: 'officer' };
    ledger.run(attend({ present: [{ ...police, ...login }] }, '*'));

    ledger.run(attend({ present: [{ ...police, ...login, name: 'Inspector Smith' }] }, '*'));

    expect(ledger.get('meeting', meetingId).interested).toMatchObject([
      { ...login, attendees: [police, { ...police, name: 'Inspector Smith' }] },
    ]);
  });

  it('wants a reason after closing', () => {
    const { ledger, meetingId, attend } = setUp();
    const closed = openMeetingOf(ledger);
    ledger.run(closeMeeting(closed, {}), coordinator);
    const correct = (fields: AttendanceFields) => recordAttendance(closed, attendanceBody(fields), '*');

    expect(ledger.refusal(correct({}))).toMatchObject({ code: 'invalid-transition' });
    expect(ledger.run(correct({ reason })).facts).toMatchObject({ meetingId: closed, reason });
    expect(ledger.run(attend()).facts).toMatchObject({ meetingId });
  });

  it('wants no reason while nothing rests on it, and keeps one that is given', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);

    ledger.run(recordAttendance(meetingId, attendanceBody({ reason }), '*'), coordinator);

    const { sequence } = ledger.entries.at(-1) ?? expect.unreachable();
    expect(ledger.get('meeting', meetingId)).toMatchObject({ corrections: [sequence], isReliedOn: false });
  });
});

function withLogin<T>(person: T) {
  return { ...person, subject: 'one' };
}

function many(count: number) {
  return Array.from({ length: count }, (_, number) => ({ authorityId: 'essex-police', name: `Officer ${number}` }));
}
