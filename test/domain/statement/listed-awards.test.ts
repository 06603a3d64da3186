import { describe, expect, it } from 'vitest';
import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import {
  approve,
  chair,
  chairsActionBody,
  close,
  decisionBody,
  heldOn,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  propose,
  refund,
  submit,
} from '../../award-builders.ts';
import type { TestLedger } from '../test-ledger.ts';
import { plain, plainStatement, recomputed } from './statements.ts';

const linesOf = (ledger: TestLedger, year = '2017-18') => plainStatement(ledger, year).awards;
const linesOn = (ledger: TestLedger, asOf: string) => plain(recomputed(ledger, '2017-18', asOf)).awards;

describe('which awards a year lists', () => {
  it('is none before it is approved, on the statement’s date', () => {
    const { ledger } = ledgerWithAward();
    submit(ledger, openMeetingOf(ledger));
    propose(ledger);

    expect(linesOn(ledger, '2017-10-05')).toEqual([]);
    expect(linesOn(ledger, heldOn)).toHaveLength(1);
    expect(linesOf(ledger, '2016-17')).toEqual([]);
  });

  it('is the year’s own, though nothing of it is left', () => {
    const { ledger, awardId } = ledgerWithAward();
    close(ledger, awardId, { closedOn: '2017-12-01' });

    expect(linesOf(ledger)).toMatchObject([{ awardId, paidToDate: '0.00', committed: '0.00' }]);
    expect(linesOf(ledger, '2018-19')).toEqual([]);
  });

  it('is an earlier one with a commitment, at the start of the year or at its end', () => {
    const { ledger } = ledgerWithAward();
    const [closed] = [...ledger.state.all('award').keys()];
    const meetingId = openMeetingOf(ledger);
    const kept = submit(ledger, meetingId);
    approve(ledger, kept, meetingId);
    close(ledger, closed ?? '', { closedOn: '2018-04-03' });

    expect(linesOf(ledger, '2018-19')).toMatchObject([
      { awardId: closed, committed: '0.00' },
      { awardId: kept, committed: '400.00' },
    ]);
    expect(linesOf(ledger, '2019-20')).toMatchObject([{ awardId: kept }]);
  });

  it('is an earlier one that was paid or refunded in the year, with what was before', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId, { amount: '300' });
    pay(ledger, awardId, { amount: '100', paidOn: '2018-04-03' });
    refund(ledger, awardId, { receivedOn: '2018-05-01' });

    expect(linesOf(ledger, '2018-19')).toMatchObject([
      {
        paidInYear: '100.00',
        refundedInYear: '30.00',
        paidToDate: '400.00',
        refundedToDate: '30.00',
        committed: '0.00',
      },
    ]);
    expect(linesOf(ledger)).toMatchObject([{ paidInYear: '300.00', paidToDate: '300.00', committed: '100.00' }]);
    expect(linesOf(ledger, '2019-20')).toEqual([]);
  });

  it('is an earlier one, paid in full, of which something came back', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId, { amount: '400' });
    refund(ledger, awardId, { receivedOn: '2018-05-01' });

    expect(linesOf(ledger, '2018-19')).toMatchObject([{ paidInYear: '0.00', refundedInYear: '30.00' }]);
  });

  it('is an earlier one that moved in the year, though it came to nothing', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    ledger.run(decideAward(awardId, decisionBody(meetingId)), chair);
    const before = linesOf(ledger, '2018-19');
    approve(ledger, awardId, openMeetingOf(ledger, { heldOn: '2018-04-20' }));
    close(ledger, awardId, { closedOn: '2018-05-01' });

    expect(before).toEqual([]);
    expect(linesOf(ledger, '2018-19')).toMatchObject([{ awardId, paidInYear: '0.00', committed: '0.00' }]);
  });

  it('goes in the order in which they were approved', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const [first, second, third] = [propose(ledger), submit(ledger, meetingId), submit(ledger, meetingId)];
    approve(ledger, third, meetingId, { amountApproved: '100' });
    approve(ledger, second, meetingId, { amountApproved: '100' });
    ledger.run(takeChairsAction(first, chairsActionBody({ amountApproved: '100' })), chair);

    expect(linesOf(ledger).map(({ awardId }) => awardId)).toEqual([third, second, first]);
  });
});
