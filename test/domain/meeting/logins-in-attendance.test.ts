import { describe, expect, it } from 'vitest';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import {
  type AttendanceFields,
  attendanceBody,
  chair,
  heldOn,
  ledgerWithMoney,
  scheduleOn,
  viceChair,
} from '../../award-builders.ts';

const police = { authorityId: 'essex-police', name: 'Police officer' };

const setUp = () => {
  const ledger = ledgerWithMoney();
  const meetingId = scheduleOn(ledger, heldOn);
  return {
    ledger,
    attend: (fields: AttendanceFields) => recordAttendance(meetingId, attendanceBody(fields), undefined),
  };
};

describe('logins in an attendance', () => {
  const vice = { authorityId: 'essex-police', name: 'Vice-chair' };

  it('are known of officers who are listed by name alone', () => {
    const { ledger, attend } = setUp();
    const listed = [vice, { authorityId: 'essex-county-council', name: 'Chair' }, police];

    const { facts } = ledger.run(attend({ present: listed }));

    expect(facts).toMatchObject({
      present: [{ subject: viceChair.subject }, { subject: chair.subject }, police],
    });
    expect('present' in facts && facts.present[2]).not.toHaveProperty('subject');
  });

  it('stay as they are given', () => {
    const { ledger, attend } = setUp();
    const namesake = { ...vice, subject: 'namesake' };
    const present = [namesake, { ...vice, authorityId: 'essex-county-council', subject: viceChair.subject }];

    expect(ledger.run(attend({ present })).facts).toMatchObject({ present });
  });

  it('are each of one person: the first of the name', () => {
    const { ledger, attend } = setUp();
    const present = [vice, { ...vice, authorityId: 'essex-county-council' }];

    const { facts } = ledger.run(attend({ present }));

    expect(facts).toMatchObject({ present: [{ ...vice, subject: viceChair.subject }, present[1]] });
    expect('present' in facts && facts.present[1]).not.toHaveProperty('subject');
  });
});
