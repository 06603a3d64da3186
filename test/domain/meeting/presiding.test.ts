import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { proposeAward, submitAward } from '../../../domain/award/propose-award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { openMeeting } from '../../../domain/meeting/run-meeting.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import type { Person } from '../../../domain/text.ts';
import {
  type AttendanceFields,
  act,
  attendanceBody,
  awardBody,
  chair,
  coordinator,
  decisionBody,
  declare,
  heldOn,
  ledgerWithMoney,
  openMeetingOf,
  ratificationBody,
  scheduleOn,
  submit,
  termsBody,
  viceChair,
} from '../../award-builders.ts';
import { agree, ledgerWith } from '../../builders.ts';
import { idOf } from '../test-ledger.ts';

const withoutVice: AttendanceFields = {
  present: [
    ...attendanceBody().present.slice(0, 2),
    { authorityId: 'essex-police', name: 'Police officer', subject: 'officer' },
  ],
};
const chairThere = { authorityId: 'essex-police', name: 'Chair of the group', subject: chair.subject };

const setUp = (attendance: AttendanceFields = {}) => {
  const ledger = ledgerWithMoney();
  const meetingId = openMeetingOf(ledger, {}, attendance);
  /** Puts an award on the agenda, by whom it is said. */
  const submitBy = (by: Person): string => {
    const id = idOf(ledger.run(proposeAward(awardBody()), coordinator));
    ledger.run(submitAward(id, { meetingId }), by);
    return id;
  };
  const decision = (awardId: string) => decideAward(awardId, decisionBody(meetingId));
  return { ledger, meetingId, submitBy, decision };
};

describe('who presides over an item', () => {
  it('is whoever presides over the meeting', () => {
    const { ledger, submitBy, decision } = setUp();

    expect(ledger.run(decision(submitBy(coordinator)), chair).facts).toMatchObject({ presiding: chair });
  });

  it('is not the vice-chair beside the chair', () => {
    const { ledger, submitBy, decision } = setUp();

    const refusal = ledger.refusal(decision(submitBy(coordinator)), viceChair);

    expect(refusal).toEqual({ code: 'not-presiding', presiding: 'Chair' });
  });

  it('is nobody who is not at the meeting', () => {
    const { ledger, submitBy, decision } = setUp({ ...withoutVice });

    for (const by of [viceChair, { subject: 'somebody' }]) {
      expect(ledger.refusal(decision(submitBy(coordinator)), by)).toEqual({
        code: 'not-presiding',
        presiding: 'Chair',
      });
    }
  });

  it('is the vice-chair where that is who presides over the meeting, and not the absent chair', () => {
    const { ledger, submitBy, decision } = setUp({ presiding: viceChair });
    const awardId = submitBy(coordinator);

    expect(ledger.refusal(decision(awardId), chair)).toEqual({ code: 'not-presiding', presiding: 'Vice-chair' });
    expect(ledger.run(decision(awardId), viceChair).facts).toMatchObject({ presiding: viceChair });
  });

  it('is the vice-chair where the chair put it forward, for that item alone', () => {
    const { ledger, submitBy, decision } = setUp();
    const [own, other] = [submitBy(chair), submitBy(coordinator)];

    expect(ledger.refusal(decision(own), chair)).toEqual({
      code: 'separation-of-duties',
      because: 'You proposed this award, so somebody else decides it.',
    });
    expect(ledger.run(decision(own), viceChair).facts).toMatchObject({ presiding: viceChair });
    expect(ledger.refusal(decision(other), viceChair).code).toBe('not-presiding');
  });

  it('is the vice-chair where the chair has an interest, for that item alone', () => {
    const { ledger, meetingId, submitBy, decision } = setUp();
    const [own, other] = [submitBy(coordinator), submitBy(coordinator)];
    declare(ledger, own, meetingId, { subject: chair.subject });

    expect(ledger.refusal(decision(own), chair)).toEqual({ code: 'interest-declared' });
    expect(ledger.run(decision(own), viceChair).facts).toMatchObject({ presiding: viceChair });
    expect(ledger.run(decision(other), chair).facts).toMatchObject({ presiding: chair });
  });

  it('is the vice-chair where the chair’s interest was declared as that of somebody in the attendance', () => {
    const { ledger, meetingId, submitBy, decision } = setUp({ present: [...attendanceBody().present, chairThere] });
    const awardId = submitBy(coordinator);
    const { subject: _, ...attendee } = chairThere;
    declare(ledger, awardId, meetingId, { attendee });

    expect(ledger.refusal(decision(awardId), chair)).toEqual({ code: 'interest-declared' });
    expect(ledger.run(decision(awardId), viceChair).type).toBe('award-decided');
  });

  it('is the chair, there without presiding, where the vice-chair presides and has an interest', () => {
    const { ledger, meetingId, submitBy, decision } = setUp({
      presiding: viceChair,
      present: [...attendanceBody().present, chairThere],
    });
    const awardId = submitBy(coordinator);
    declare(ledger, awardId, meetingId, { subject: viceChair.subject });

    expect(ledger.refusal(decision(awardId), viceChair)).toEqual({ code: 'interest-declared' });
    expect(ledger.run(decision(awardId), chair).facts).toMatchObject({ presiding: chair });
  });

  it.each([
    ['the vice-chair is away', withoutVice, undefined],
    ['the vice-chair has an interest too', {}, viceChair.subject],
  ])('is nobody where the chair put it forward and %s', (_, attendance, interested) => {
    const { ledger, meetingId, submitBy, decision } = setUp(attendance);
    const awardId = submitBy(chair);
    if (interested !== undefined) declare(ledger, awardId, meetingId, { subject: interested });

    expect(ledger.refusal(decision(awardId), { subject: 'officer' })).toEqual({ code: 'not-presiding' });
    expect(ledger.refusal(decision(awardId), chair).code).toBe('separation-of-duties');
  });

  it('is the presiding person alone where the terms name nobody', () => {
    const ledger = ledgerWith();
    agree(ledger);
    const meetingId = openMeetingOf(ledger, {}, { presiding: { subject: 'host', name: 'Host' } });
    const awardId = submit(ledger, meetingId);
    const decision = decideAward(awardId, decisionBody(meetingId));

    expect(ledger.refusal(decision, viceChair)).toEqual({ code: 'not-presiding', presiding: 'Host' });
    expect(ledger.run(decision, { subject: 'host' }).type).toBe('award-decided');
  });

  it('is nobody whom terms that were set since do not name', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, heldOn);
    ledger.run(recordAttendance(meetingId, attendanceBody(), undefined), coordinator);
    const successor = { subject: 'successor', name: 'Successor' };
    ledger.run(setTerms(heldOn, termsBody({ chair: successor }), undefined));
    ledger.run(openMeeting(meetingId, {}), coordinator);
    const decision = decideAward(submit(ledger, meetingId), decisionBody(meetingId));

    expect(ledger.refusal(decision, chair)).toEqual({ code: 'not-presiding', presiding: 'Vice-chair' });
    expect(ledger.refusal(decision, successor)).toEqual({ code: 'not-presiding', presiding: 'Vice-chair' });
    expect(ledger.run(decision, viceChair).facts).toMatchObject({ presiding: viceChair });
  });

  it('follows the terms of the day of the meeting', () => {
    const { ledger, submitBy, decision } = setUp();
    const successor = { subject: 'successor', name: 'Successor' };
    ledger.run(setTerms('2017-10-07', termsBody({ viceChair: successor }), undefined));
    const awardId = submitBy(chair);

    expect(ledger.run(decision(awardId), viceChair).facts).toMatchObject({ presiding: viceChair });
  });
});

describe('who presides over a ratification', () => {
  const acted = (attendance: AttendanceFields = {}) => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    const meetingId = openMeetingOf(ledger, {}, attendance);
    return { ledger, awardId, meetingId, ratification: ratifyChairsAction(meetingId, ratificationBody({ awardId })) };
  };

  it('is the vice-chair, and not the chair who acted', () => {
    const { ledger, ratification } = acted();

    expect(ledger.refusal(ratification, chair)).toEqual({
      code: 'separation-of-duties',
      because: 'You took the chair’s action, so somebody else presides over its ratification.',
    });
    expect(ledger.run(ratification, viceChair).facts).toMatchObject({ presiding: viceChair });
  });

  it('is nobody where no vice-chair is there', () => {
    const { ledger, ratification } = acted(withoutVice);

    expect(ledger.refusal(ratification, { subject: 'officer' })).toEqual({ code: 'not-presiding' });
  });

  it('is a new chair where another one had acted', () => {
    const { ledger, awardId } = acted();
    const successor = { subject: 'successor', name: 'Successor' };
    ledger.run(setTerms('2018-01-01', termsBody({ chair: successor }), undefined));
    const meetingId = openMeetingOf(ledger, { heldOn: '2018-01-12' }, { presiding: successor });

    const entry = ledger.run(ratifyChairsAction(meetingId, ratificationBody({ awardId })), successor);

    expect(entry.facts).toMatchObject({ presiding: successor });
  });

  it('is nobody with an interest in the award', () => {
    const { ledger, awardId, meetingId, ratification } = acted();
    declare(ledger, awardId, meetingId, { subject: viceChair.subject });

    expect(ledger.refusal(ratification, viceChair)).toEqual({ code: 'interest-declared' });
  });
});
