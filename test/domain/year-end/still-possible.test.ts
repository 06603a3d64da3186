import { describe, expect, it } from 'vitest';
import { declareInterest } from '../../../domain/award/declare-interest.ts';
import { proposeAward, submitAward, withdrawAward } from '../../../domain/award/propose-award.ts';
import { meetCondition } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment } from '../../../domain/grant/record-repayment.ts';
import type { Decide } from '../../../domain/ledger/decision.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { closeMeeting, confirmMinutes, openMeeting, scheduleMeeting } from '../../../domain/meeting/run-meeting.ts';
import { nameFunder, setPriorities, setTerms } from '../../../domain/partnership/set-up.ts';
import type { Person } from '../../../domain/text.ts';
import {
  act,
  attendanceBody,
  awardBody,
  coordinator,
  heldOn,
  interestBody,
  ledgerWithMoney,
  meetingBody,
  openMeetingOf,
  scheduleOn,
  termsBody,
} from '../../award-builders.ts';
import { agree, essexPcc, fulfilmentBody, ledgerWith, receiptBody, repaymentBody, reverse } from '../../builders.ts';
import { close, closeCarryingAll, reopen, returned } from '../../year-end-builders.ts';
import { pfcc } from '../statement/maldon.ts';
import { plainStatement, statementOf } from '../statement/statements.ts';
import { financeOfficer, type TestLedger } from '../test-ledger.ts';
import { type BusyLedger, busyLedger, closedDay, closedYear } from './busy-ledger.ts';

const hashOf = (ledger: TestLedger): string => statementOf(ledger, closedYear).statementHash;
const refused = { code: 'year-closed', financialYear: closedYear };

type Quiet = {
  readonly what: string;
  readonly make: (world: BusyLedger, more: { readonly note?: string }) => Decide;
  readonly by?: Person;
};

/** Dated in the closed year, and nothing to its statement. */
const quiet: readonly Quiet[] = [
  {
    what: 'the priorities of the year',
    make: (_, more) => setPriorities(closedYear, { items: [{ id: 'roads', name: 'Roads' }], ...more }, undefined),
  },
  { what: 'a meeting scheduled', make: (_, more) => scheduleMeeting(meetingBody({ heldOn: closedDay, ...more })) },
  {
    what: 'the attendance of a meeting',
    make: ({ scheduled }, more) => recordAttendance(scheduled, attendanceBody(more), undefined),
  },
  { what: 'a meeting closed', make: ({ closed }, more) => closeMeeting(closed.meetingId, more) },
  {
    what: 'an interest declared',
    make: ({ closed }, more) => declareInterest(closed.meetingId, interestBody({ awardId: closed.proposal, ...more })),
  },
  { what: 'an award proposed', make: (_, more) => proposeAward(awardBody({ proposedOn: '2018-02-01', ...more })) },
  {
    what: 'an award put on an agenda',
    make: ({ draft, scheduled }, more) => submitAward(draft, { meetingId: scheduled, ...more }),
  },
];

describe('after a year is closed', () => {
  it.each(quiet)('$what is recorded still, and changes nothing in its statement', ({ make, by = coordinator }) => {
    const world = busyLedger();
    const before = hashOf(world.ledger);

    const entry = world.ledger.run(make(world, {}), by);

    expect(entry.financialYear).toBe(closedYear);
    expect(hashOf(world.ledger)).toBe(before);
  });

  it.each(quiet)('$what is refused with a note, which that statement would print', ({ make, by = coordinator }) => {
    const world = busyLedger();

    expect(world.ledger.refusal(make(world, { note: 'A note.' }), by)).toEqual(refused);
  });

  it('terms of reference are set for a date on which none relied, and noted only where no statement would print it', () => {
    const ledger = ledgerWithMoney();
    closeCarryingAll(ledger, closedYear);
    const before = hashOf(ledger);
    const set = (more: { note?: string } = {}) => setTerms('2018-03-31', termsBody(more), undefined);

    expect(ledger.refusal(set({ note: 'A note.' }))).toEqual(refused);
    ledger.run(set());

    expect(hashOf(ledger)).toBe(before);
  });

  it('the minutes of an old meeting are confirmed at a later one', () => {
    const { ledger, earlier, open } = busyLedger();
    ledger.run(closeMeeting(earlier, {}), coordinator);
    const before = hashOf(ledger);

    ledger.run(confirmMinutes(earlier, { confirmedAtMeetingId: open.meetingId, note: 'As drafted.' }), coordinator);

    expect(hashOf(ledger)).toBe(before);
  });

  it('an award that its meeting did not come to is withdrawn, or goes to another', () => {
    const { ledger, closed, open } = busyLedger();
    const before = hashOf(ledger);

    ledger.run(withdrawAward(closed.variation, { reason: 'No longer needed.' }), coordinator);
    ledger.run(closeMeeting(closed.meetingId, {}), coordinator);
    ledger.run(submitAward(closed.proposal, { meetingId: open.meetingId }), coordinator);

    expect(hashOf(ledger)).toBe(before);
  });

  it('what was returned is repaid, and what was agreed is received, in the next year', () => {
    const ledger = ledgerWith();
    const [old, other] = [agree(ledger), agree(ledger)];
    close(ledger, closedYear, returned(old, '1000.00'), returned(other, '1000.00'));
    const before = hashOf(ledger);

    ledger.run(recordReceipt(old, receiptBody({ amount: '1000.00', receivedOn: '2018-04-03' })));
    ledger.run(recordRepayment(old, repaymentBody({ amount: '1000.00', paidOn: '2018-04-01' })));

    expect(hashOf(ledger)).toBe(before);
    expect(plainStatement(ledger, '2018-19').totals).toMatchObject({ cash: '0.00', repayable: '1000.00' });
    expect(plainStatement(ledger, '2018-19').totals).toMatchObject({ received: '1000.00', receivable: '1000.00' });
  });

  it('an old entry is taken back in the next year, in whose figures it counts', () => {
    const { ledger, spending } = busyLedger();
    const before = hashOf(ledger);

    reverse(ledger, spending, '2018-04-01');

    expect(hashOf(ledger)).toBe(before);
    expect(plainStatement(ledger, '2018-19').totals.expenditure).toBe('-50.00');
  });

  it('a condition that was met in it counts as met there, also when that is taken back in the next year', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { conditions: ['A plan.'] });
    const met = ledger.run(meetCondition(grantId, 1, fulfilmentBody()));
    closeCarryingAll(ledger, closedYear);

    reverse(ledger, met, '2018-04-01');

    const unmet = [closedYear, '2018-19'].map((year) => plainStatement(ledger, year).exceptions.length);
    expect(unmet).toEqual([0, 1]);
  });

  it('cash comes early for a grant of a later year', () => {
    const ledger = ledgerWith();
    const later = agree(ledger, { financialYear: '2019-20', agreedOn: '2018-05-02' });
    close(ledger, closedYear);

    ledger.run(recordReceipt(later, receiptBody({ receivedOn: '2018-05-03' })), financeOfficer);

    expect(plainStatement(ledger, '2018-19').totals.receivedInAdvance).toBe('100.00');
  });
});

describe('what a closed year’s statement says beside its figures', () => {
  const named = (...names: { name: string; from?: string; until?: string }[]) => ({ names });

  it('stays when the funder gets another name in an open year', () => {
    const { ledger } = busyLedger();
    const before = hashOf(ledger);
    const { revision } = ledger.get('funder', essexPcc.id);

    const names = named({ name: essexPcc.name, until: '2018-03-31' }, { name: pfcc, from: '2018-04-01' });
    ledger.run(nameFunder(essexPcc.id, names, revision));

    expect(hashOf(ledger)).toBe(before);
    expect(plainStatement(ledger, '2018-19').grants[0]?.funder?.name).toBe(pfcc);
  });

  it.each([
    { when: 'throughout', names: [{ name: pfcc }] },
    {
      when: 'on its last day',
      names: [
        { name: essexPcc.name, until: '2018-03-30' },
        { name: pfcc, from: '2018-03-31' },
      ],
    },
    {
      when: 'on one day in it',
      names: [
        { name: essexPcc.name, until: '2017-09-30' },
        { name: pfcc, from: '2017-10-01', until: '2017-10-01' },
        { name: essexPcc.name, from: '2017-10-02' },
      ],
    },
  ])('is why a funder gets no other name $when', ({ names }) => {
    const { ledger } = busyLedger();
    const { revision } = ledger.get('funder', essexPcc.id);
    const rename = nameFunder(essexPcc.id, { names }, revision);

    expect(ledger.refusal(rename)).toEqual({ code: 'year-closed', financialYear: expect.stringMatching(/^201[67]/) });
    reopen(ledger, closedYear);
    reopen(ledger, '2016-17');
    expect(ledger.run(rename).type).toBe('funder-named');
  });

  it('takes no meeting to be opened in it at which chair’s action falls due', () => {
    const ledger = ledgerWithMoney();
    const { ratificationDays: _, ...terms } = termsBody();
    ledger.run(setTerms('2017-04-01', terms, undefined));
    const scheduled = [heldOn, '2018-05-04'].map((on) => scheduleOn(ledger, on));
    const [inYear = '', later = ''] = scheduled;
    for (const id of scheduled) ledger.run(recordAttendance(id, attendanceBody(), undefined), coordinator);
    const awardId = act(ledger, { decidedOn: '2017-09-01' });
    closeCarryingAll(ledger, closedYear);
    const before = hashOf(ledger);

    expect(ledger.refusal(openMeeting(inYear, {}), coordinator)).toEqual(refused);
    ledger.run(openMeeting(later, {}), coordinator);

    expect(ledger.get('award', awardId).ratification?.dueOn).toBe('2018-05-04');
    expect(hashOf(ledger)).toBe(before);
  });

  it('lets a meeting be opened in it at which nothing falls due', () => {
    const ledger = ledgerWithMoney();
    act(ledger, { decidedOn: '2017-09-01' });
    closeCarryingAll(ledger, closedYear);
    const before = hashOf(ledger);

    openMeetingOf(ledger);

    expect(hashOf(ledger)).toBe(before);
  });
});
