import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import {
  act,
  approve,
  chair,
  coordinator,
  decisionBody,
  heldOn,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  ratify,
  refund,
  submit,
  termsBody,
} from '../../award-builders.ts';
import { reverse } from '../../builders.ts';
import { ledgerToVary } from '../award/varying.ts';
import type { TestLedger } from '../test-ledger.ts';
import { plain, plainStatement, recomputed } from './statements.ts';

const linesOf = (ledger: TestLedger, year = '2017-18') => plainStatement(ledger, year).awards;
const linesOn = (ledger: TestLedger, asOf: string, year = '2017-18') => plain(recomputed(ledger, year, asOf)).awards;

describe('the line of an award', () => {
  it('says what was decided where, what was paid, and what is committed', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId, { note: 'From the hub.' });
    approve(ledger, awardId, meetingId);
    pay(ledger, awardId);
    refund(ledger, awardId);

    expect(linesOf(ledger)).toEqual([
      {
        awardId,
        title: 'Just Play football initiative',
        recipient: { name: 'Community football organiser' },
        fundId: 'partnership-fund',
        priorities: [],
        meetingId,
        decidedOn: heldOn,
        minuteReference: '9.1',
        amountApproved: '400.00',
        earlierApprovals: [],
        paidInYear: '100.00',
        refundedInYear: '30.00',
        paidToDate: '100.00',
        refundedToDate: '30.00',
        committed: '300.00',
        note: 'From the hub.',
      },
    ]);
  });

  it('agrees with its fund: payments less refunds are spent, and the rest is committed', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId);
    refund(ledger, awardId);

    const [fund] = plainStatement(ledger, '2017-18').funds;

    expect(fund).toMatchObject({
      grossIncome: '1000.00',
      expenditure: '70.00',
      closingBalance: '930.00',
      committed: '300.00',
      uncommitted: '630.00',
    });
  });

  it('names the grant that pays', () => {
    const ledger = ledgerWithMoney();
    const grantId = [...ledger.state.all('grant').keys()][0] ?? expect.unreachable();
    const meetingId = openMeetingOf(ledger);
    approve(ledger, submit(ledger, meetingId, { grantId }), meetingId);

    expect(linesOf(ledger)).toMatchObject([{ grantId }]);
  });

  it('leaves a payment that bounced out', () => {
    const { ledger, awardId } = ledgerWithAward();
    reverse(ledger, pay(ledger, awardId), '2017-11-24');

    expect(linesOf(ledger)).toMatchObject([{ paidInYear: '0.00', paidToDate: '0.00', committed: '400.00' }]);
    expect(linesOn(ledger, '2017-11-23')).toMatchObject([{ paidToDate: '100.00', committed: '300.00' }]);
  });

  it('has no amount while that is to be confirmed, and then the one of its date', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    ledger.run(decideAward(awardId, decisionBody(meetingId)), chair);
    const before = linesOf(ledger);
    approve(ledger, awardId, openMeetingOf(ledger, { heldOn: '2018-01-12' }), { amountApproved: '350' });

    expect(before).toMatchObject([{ decidedOn: heldOn, amountApproved: null, committed: '0.00' }]);
    expect(linesOn(ledger, '2018-01-11')).toMatchObject([{ amountApproved: null, committed: '0.00' }]);
    expect(linesOf(ledger)).toMatchObject([
      {
        decidedOn: '2018-01-12',
        amountApproved: '350.00',
        earlierApprovals: [{ decidedOn: heldOn, amountApproved: null }],
        committed: '350.00',
      },
    ]);
  });
});

describe('the line of an award that was varied', () => {
  const varied = () => {
    const { ledger, meetingId, later, ask, decision } = ledgerToVary();
    ask('600');
    ledger.run(decision({ amountApproved: '550', minuteReference: '5.1' }), chair);
    return { ledger, meetingId, later };
  };

  it('keeps the first approval visible', () => {
    const { ledger, meetingId, later } = varied();

    expect(linesOf(ledger)).toMatchObject([
      {
        meetingId: later,
        decidedOn: '2018-01-12',
        minuteReference: '5.1',
        amountApproved: '550.00',
        committed: '550.00',
        earlierApprovals: [{ meetingId, decidedOn: heldOn, minuteReference: '9.1', amountApproved: '400.00' }],
      },
    ]);
  });

  it('on a day before is as it was then', () => {
    const { ledger } = varied();

    expect(linesOn(ledger, '2018-01-11')).toMatchObject([
      { amountApproved: '400.00', earlierApprovals: [], committed: '400.00' },
    ]);
    expect(linesOn(ledger, '2018-01-12')).toMatchObject([{ amountApproved: '550.00', committed: '550.00' }]);
  });

  it('in a later year shows each year what held at its end', () => {
    const { ledger, ask, decision } = ledgerToVary();
    const next = openMeetingOf(ledger, { heldOn: '2018-04-20' });
    ask('250', next);
    ledger.run(decision({ amountApproved: '250' }, next), chair);

    const years = ['2017-18', '2018-19'].map((year) => linesOf(ledger, year));

    expect(years).toMatchObject([
      [{ amountApproved: '400.00', earlierApprovals: [], committed: '400.00' }],
      [{ amountApproved: '250.00', earlierApprovals: [{ amountApproved: '400.00' }], committed: '250.00' }],
    ]);
  });
});

describe('the line of chair’s action', () => {
  it('rests on no meeting, and waits to be ratified', () => {
    const ledger = ledgerWithMoney();
    act(ledger);

    expect(linesOf(ledger)).toMatchObject([
      {
        meetingId: null,
        minuteReference: null,
        decidedOn: '2017-09-01',
        amountApproved: '400.00',
        ratification: {
          status: 'awaited',
          dueOn: '2017-12-30',
          ratifiedOn: null,
          meetingId: null,
          minuteReference: null,
        },
      },
    ]);
  });

  it.each(['ratified', 'refused'] as const)('says from the meeting on that it was %s', (outcome) => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    const meetingId = openMeetingOf(ledger);
    ratify(ledger, awardId, meetingId, { outcome });

    expect(linesOn(ledger, '2017-10-05')).toMatchObject([{ ratification: { status: 'awaited' }, committed: '400.00' }]);
    expect(linesOn(ledger, heldOn)).toMatchObject([
      {
        ratification: { status: outcome, dueOn: '2017-12-30', ratifiedOn: heldOn, meetingId, minuteReference: '4.1' },
        committed: outcome === 'refused' ? '0.00' : '400.00',
      },
    ]);
  });

  it('has no due date where the terms give none', () => {
    const ledger = ledgerWithMoney();
    const { ratificationDays: _, ...terms } = termsBody();
    ledger.run(setTerms('2017-08-01', terms, undefined), coordinator);
    act(ledger);

    expect(linesOf(ledger)).toMatchObject([{ ratification: { dueOn: null } }]);
  });
});
