import { describe, expect, it } from 'vitest';
import { MeetingBody } from '../../../domain/meeting/meeting.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { closeMeeting, confirmMinutes, openMeeting, scheduleMeeting } from '../../../domain/meeting/run-meeting.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import { attendanceBody, coordinator, heldOn, meetingBody, openMeetingOf, termsBody } from '../../award-builders.ts';
import { ledgerWith } from '../../builders.ts';
import { idOf, TestLedger, today, unknownId } from '../test-ledger.ts';

const schedule = (ledger: TestLedger, on = heldOn): string =>
  idOf(ledger.run(scheduleMeeting(meetingBody({ heldOn: on })), coordinator));

describe('scheduling a meeting', () => {
  it('keeps it for its day', () => {
    const ledger = ledgerWith();

    const entry = ledger.run(scheduleMeeting(meetingBody({ venue: 'Council offices' })), coordinator);

    expect(entry).toMatchObject({ type: 'meeting-scheduled', effectiveOn: heldOn, postings: [] });
    expect(ledger.get('meeting', idOf(entry))).toEqual({
      id: idOf(entry),
      title: 'Responsible Authorities Group',
      venue: 'Council offices',
      heldOn,
      status: 'scheduled',
      corrections: [],
      interested: [],
      isReliedOn: false,
      revision: entry.sequence,
    });
  });

  it.each([
    ['one to come is entered today', '2018-09-28', today],
    ['one of before the partnership joined counts on its day', '1998-07-31', '1998-07-31'],
  ])('%s', (_, on, effectiveOn) => {
    const entry = ledgerWith().run(scheduleMeeting(meetingBody({ heldOn: on })), coordinator);

    expect(entry.effectiveOn).toBe(effectiveOn);
  });

  it('finds no place before there is a partnership', () => {
    expect(new TestLedger().refusal(scheduleMeeting(meetingBody()))).toMatchObject({ subject: 'partnership' });
  });

  it.each([
    ['a day before the Act', { heldOn: '1998-07-30' }],
    ['a day more than ten years ahead', { heldOn: '2028-07-01' }],
    ['no title', { title: ' ' }],
    ['a status', { status: 'open' }],
  ])('does not read %s', (_, fields) => {
    expect(MeetingBody({ today }).safeParse({ ...meetingBody(), ...fields }).success).toBe(false);
  });
});

describe('opening a meeting', () => {
  it('says how many authorities the terms want, and which are there', () => {
    const ledger = ledgerWith();
    const meetingId = schedule(ledger);
    ledger.run(recordAttendance(meetingId, attendanceBody(), undefined), coordinator);

    const entry = ledger.run(openMeeting(meetingId, { note: 'Started late.' }), coordinator);

    expect(entry).toMatchObject({ type: 'meeting-opened', effectiveOn: heldOn, postings: [] });
    expect(entry.facts).toEqual({
      meetingId,
      quorum: 3,
      authorities: ['essex-county-council', 'essex-police', 'maldon-district-council'],
      note: 'Started late.',
    });
    expect(ledger.get('meeting', meetingId)).toMatchObject({ status: 'open', revision: entry.sequence });
  });

  it('is refused before its day, and fine on it', () => {
    const ledger = ledgerWith();
    const [tomorrow, now] = ['2018-07-01', today].map((on) => schedule(ledger, on));
    for (const id of [tomorrow ?? '', now ?? '']) {
      ledger.run(recordAttendance(id, attendanceBody(), undefined), coordinator);
    }

    expect(ledger.refusal(openMeeting(tomorrow ?? '', {}))).toEqual({
      code: 'date-out-of-order',
      date: today,
      notBefore: '2018-07-01',
      of: 'the day of the meeting',
    });
    expect(ledger.run(openMeeting(now ?? '', {})).effectiveOn).toBe(today);
  });

  it('is refused without attendance', () => {
    const ledger = ledgerWith();

    const refusal = ledger.refusal(openMeeting(schedule(ledger), {}));

    expect(refusal).toEqual({ code: 'meeting-not-quorate', present: 0, quorum: 3, recused: 0 });
  });

  it('is refused where it is open or closed already', () => {
    const ledger = ledgerWith();
    const meetingId = openMeetingOf(ledger);

    const again = ledger.refusal(openMeeting(meetingId, {}));
    ledger.run(closeMeeting(meetingId, {}), coordinator);

    expect(again).toEqual({ code: 'invalid-transition', because: 'The meeting is open already.' });
    expect(ledger.refusal(openMeeting(meetingId, {}))).toMatchObject({ because: 'The meeting is closed already.' });
  });

  it.each([
    ['2017-10-05', 3],
    ['2017-10-06', 2],
    ['2017-12-31', 2],
    ['2018-01-01', 1],
  ])('on %s wants the quorum of the terms in force: %s', (on, quorum) => {
    const ledger = ledgerWith();
    ledger.run(setTerms('2018-01-01', termsBody({ quorum: 1 }), undefined));
    ledger.run(setTerms('2017-10-06', termsBody({ quorum: 2 }), undefined));

    const meetingId = openMeetingOf(ledger, { heldOn: on });

    expect(ledger.entries.at(-1)?.facts).toMatchObject({ meetingId, quorum });
  });
});

describe('closing a meeting', () => {
  it('ends it', () => {
    const ledger = ledgerWith();
    const meetingId = openMeetingOf(ledger);

    const entry = ledger.run(closeMeeting(meetingId, {}), coordinator);

    expect(entry).toMatchObject({ type: 'meeting-closed', effectiveOn: heldOn, facts: { meetingId }, postings: [] });
    expect(ledger.get('meeting', meetingId)).toMatchObject({ status: 'closed', revision: entry.sequence });
  });

  it('is refused where it was never opened, or is closed already', () => {
    const ledger = ledgerWith();
    const [scheduled, closed] = [schedule(ledger), openMeetingOf(ledger)];
    ledger.run(closeMeeting(closed, {}), coordinator);

    const refusals = [scheduled, closed].map((id) => ledger.refusal(closeMeeting(id, {})));

    const meeting = { code: 'meeting-not-open', meeting: 'Responsible Authorities Group', heldOn };
    expect(refusals).toEqual([
      { ...meeting, meetingStatus: 'scheduled' },
      { ...meeting, meetingStatus: 'closed' },
    ]);
  });
});

describe('a meeting that is not there', () => {
  it.each([
    ['is not opened', openMeeting(unknownId, {})],
    ['is not closed', closeMeeting(unknownId, {})],
    ['has no attendance', recordAttendance(unknownId, attendanceBody(), undefined)],
    ['has no minutes', confirmMinutes(unknownId, { confirmedAtMeetingId: unknownId })],
  ])('%s', (_, decide) => {
    expect(ledgerWith().refusal(decide)).toEqual({ code: 'not-found', subject: 'meeting', id: unknownId });
  });
});
