import { describe, expect, it } from 'vitest';
import { closeMeeting, confirmMinutes, scheduleMeeting } from '../../../domain/meeting/run-meeting.ts';
import { coordinator, heldOn, meetingBody, openMeetingOf } from '../../award-builders.ts';
import { ledgerWith } from '../../builders.ts';
import { idOf, unknownId } from '../test-ledger.ts';

/** A meeting of 6 October 2017 that is over, and a later one that sits. */
const setUp = (laterOn = '2018-01-12') => {
  const ledger = ledgerWith();
  const meetingId = openMeetingOf(ledger);
  ledger.run(closeMeeting(meetingId, {}), coordinator);
  const laterId = openMeetingOf(ledger, { heldOn: laterOn });
  const confirm = (id = meetingId, confirmedAtMeetingId = laterId) => confirmMinutes(id, { confirmedAtMeetingId });
  return { ledger, meetingId, laterId, confirm };
};

describe('confirming minutes', () => {
  it('is done at a later meeting, on its day', () => {
    const { ledger, meetingId, laterId, confirm } = setUp();

    const entry = ledger.run(confirm(), coordinator);

    expect(entry).toMatchObject({ type: 'minutes-confirmed', effectiveOn: '2018-01-12', postings: [] });
    expect(ledger.get('meeting', meetingId)).toMatchObject({
      status: 'closed',
      minutesConfirmedAtMeetingId: laterId,
      revision: entry.sequence,
    });
  });

  it('is fine where the later meeting is over too', () => {
    const { ledger, laterId, confirm } = setUp();
    ledger.run(closeMeeting(laterId, {}), coordinator);

    expect(ledger.run(confirm(), coordinator).type).toBe('minutes-confirmed');
  });

  it('is done once', () => {
    const { ledger, confirm } = setUp();
    ledger.run(confirm(), coordinator);

    expect(ledger.refusal(confirm())).toEqual({
      code: 'invalid-transition',
      because: 'The minutes of this meeting are confirmed already.',
    });
  });

  it('waits for the meeting to be closed', () => {
    const { ledger, laterId, confirm } = setUp();
    const latest = openMeetingOf(ledger, { heldOn: '2018-04-20' });

    expect(ledger.refusal(confirm(laterId, latest))).toEqual({
      code: 'invalid-transition',
      because: 'The meeting is open: it is closed before its minutes are confirmed.',
    });
  });

  it.each(['2017-10-05', heldOn])('is refused at a meeting of %s', (laterOn) => {
    const { ledger, confirm } = setUp(laterOn);

    expect(ledger.refusal(confirm())).toEqual({
      code: 'date-out-of-order',
      date: laterOn,
      notBefore: '2017-10-07',
      of: 'the day after the meeting',
    });
  });

  it('is fine at a meeting of the next day', () => {
    const { ledger, confirm } = setUp('2017-10-07');

    expect(ledger.run(confirm(), coordinator).effectiveOn).toBe('2017-10-07');
  });

  it('is refused at a meeting that has not sat', () => {
    const { ledger, meetingId, confirm } = setUp();
    const next = idOf(ledger.run(scheduleMeeting(meetingBody({ heldOn: '2018-04-20' })), coordinator));

    expect(ledger.refusal(confirm(meetingId, next))).toMatchObject({
      code: 'meeting-not-open',
      heldOn: '2018-04-20',
      meetingStatus: 'scheduled',
    });
  });

  it('finds no later meeting that is not there', () => {
    const { ledger, meetingId, confirm } = setUp();

    expect(ledger.refusal(confirm(meetingId, unknownId))).toEqual({
      code: 'not-found',
      subject: 'meeting',
      id: unknownId,
    });
  });
});
