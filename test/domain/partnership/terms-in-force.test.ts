import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { onlyOne } from '../../../domain/ledger/records.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { openMeeting } from '../../../domain/meeting/run-meeting.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import {
  act,
  approve,
  attendanceBody,
  chair,
  coordinator,
  decisionBody,
  heldOn,
  ledgerWithMoney,
  openMeetingOf,
  ratify,
  scheduleOn,
  submit,
  termsBody,
} from '../../award-builders.ts';
import { ledgerWith } from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';

const reliedOn = (ledger: TestLedger) => ledger.get('governance', onlyOne).termsReliedOn;

const revisionOf = ({ state }: TestLedger, date: string) => state.get('terms', date)?.revision;

describe('the terms in force', () => {
  it.each([
    ['1998-07-31', 3],
    ['2016-03-31', 3],
    ['2016-04-01', 2],
    ['2017-09-30', 2],
    ['2017-10-01', 1],
    ['2018-06-30', 1],
  ])('on %s want a quorum of %s, in whatever order they were set', (on, quorum) => {
    const ledger = ledgerWith();
    ledger.run(setTerms('2017-10-01', termsBody({ quorum: 1 }), undefined));
    ledger.run(setTerms('2016-04-01', termsBody({ quorum: 2 }), undefined));

    openMeetingOf(ledger, { heldOn: on });

    expect(ledger.entries.at(-1)?.facts).toMatchObject({ quorum });
  });

  it('are those that replaced others of the same date', () => {
    const ledger = ledgerWith();
    const { sequence } = ledger.run(setTerms('2016-04-01', termsBody({ quorum: 2 }), undefined));
    ledger.run(setTerms('2016-04-01', termsBody({ quorum: 1 }), sequence));

    openMeetingOf(ledger);

    expect(ledger.entries.at(-1)?.facts).toMatchObject({ quorum: 1 });
    expect(ledger.get('governance', onlyOne).termsFrom).toEqual(['1998-07-31', '2016-04-01']);
  });
});

describe('terms that a decision relied on', () => {
  it.each(['approved', 'rejected', 'deferred'] as const)('stand from its day back, where it was %s', (outcome) => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    ledger.run(decideAward(submit(ledger, meetingId), decisionBody(meetingId, { outcome })), chair);

    const dates = ['2016-04-01', '2017-01-01', heldOn];

    const refusals = dates.map((date) => ledger.refusal(setTerms(date, termsBody(), revisionOf(ledger, date))));

    expect(refusals).toEqual(
      dates.map((effectiveFrom) => ({ code: 'terms-relied-on', effectiveFrom, reliedOn: heldOn })),
    );
  });

  it('may change from the next day on', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    approve(ledger, submit(ledger, meetingId), meetingId);

    expect(ledger.run(setTerms('2017-10-07', termsBody(), undefined)).type).toBe('terms-set');
  });

  it('are those of the latest such day, also where an earlier one is entered after', () => {
    const ledger = ledgerWithMoney();
    for (const on of [heldOn, '2017-06-01']) {
      const meetingId = openMeetingOf(ledger, { heldOn: on });
      approve(ledger, submit(ledger, meetingId, { amountRequested: '400' }), meetingId, { amountApproved: '100' });
    }

    expect(reliedOn(ledger)).toBe(heldOn);
  });

  it('are those of chair’s action, and of its ratification', () => {
    const ledger = ledgerWithMoney();
    const before = reliedOn(ledger);
    const awardId = act(ledger);
    const byAction = reliedOn(ledger);
    ratify(ledger, awardId, openMeetingOf(ledger));

    expect([before, byAction, reliedOn(ledger)]).toEqual([undefined, '2017-09-01', heldOn]);
  });

  it('are those of a meeting that opened, whatever it decides', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, heldOn);
    ledger.run(recordAttendance(meetingId, attendanceBody(), undefined), coordinator);
    const before = reliedOn(ledger);
    ledger.run(openMeeting(meetingId, {}), coordinator);

    expect([before, reliedOn(ledger)]).toEqual([undefined, heldOn]);
    expect(ledger.refusal(setTerms(heldOn, termsBody({ quorum: 1 }), undefined))).toEqual({
      code: 'terms-relied-on',
      effectiveFrom: heldOn,
      reliedOn: heldOn,
    });
  });
});
