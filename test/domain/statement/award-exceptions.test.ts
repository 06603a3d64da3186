import { describe, expect, it } from 'vitest';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import { act, heldOn, ledgerWithMoney, openMeetingOf, pay, ratify, refund, termsBody } from '../../award-builders.ts';
import { reverse } from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';
import { plain, plainStatement, recomputed } from './statements.ts';

const exceptionsOf = (ledger: TestLedger, year = '2017-18') => plainStatement(ledger, year).exceptions;
const exceptionsOn = (ledger: TestLedger, asOf: string, year = '2017-18') =>
  plain(recomputed(ledger, year, asOf)).exceptions;

/** Chair’s action of £400 on 1 September 2017, to be ratified by 30 December. */
const acted = () => {
  const ledger = ledgerWithMoney();
  return { ledger, awardId: act(ledger) };
};

describe('chair’s action that nobody ratified in time', () => {
  it('is an exception', () => {
    const { ledger, awardId } = acted();

    expect(exceptionsOf(ledger)).toEqual([
      {
        code: 'unratified',
        detail:
          'Chair’s action on “Just Play football initiative”, £400.00, was to be ratified by 2017-12-30, and no meeting has done so.',
        awardId,
        dueOn: '2017-12-30',
        amount: '400.00',
      },
    ]);
  });

  it.each([
    ['2017-08-31', 0],
    ['2017-12-29', 0],
    ['2017-12-30', 0],
    ['2017-12-31', 1],
  ])('on %s: %s', (asOf, count) => {
    const { ledger } = acted();

    expect(exceptionsOn(ledger, asOf)).toHaveLength(count);
  });

  it('is none before its day, in a statement that is dated ahead', () => {
    const ledger = ledgerWithMoney();
    const [late, ahead] = ['2018-03-01', '2018-03-03'].map((decidedOn) =>
      act(ledger, { amountApproved: '100', decidedOn }),
    );

    expect(exceptionsOf(ledger, '2018-19')).toMatchObject([{ awardId: late, dueOn: '2018-06-29' }]);
    expect(ledger.get('award', ahead ?? '').ratification).toMatchObject({ dueOn: '2018-07-01' });
  });

  it('is none where it was ratified in time', () => {
    const { ledger, awardId } = acted();
    ratify(ledger, awardId, openMeetingOf(ledger));

    expect(exceptionsOf(ledger)).toEqual([]);
  });

  it('is one until it was ratified late', () => {
    const { ledger, awardId } = acted();
    ratify(ledger, awardId, openMeetingOf(ledger, { heldOn: '2018-01-12' }));

    expect(['2018-01-11', '2018-01-12'].map((asOf) => exceptionsOn(ledger, asOf).length)).toEqual([1, 0]);
  });

  it('is one until it was refused late', () => {
    const { ledger, awardId } = acted();
    ratify(ledger, awardId, openMeetingOf(ledger, { heldOn: '2018-01-12' }), { outcome: 'refused' });

    expect(['2018-01-11', '2018-01-12'].map((asOf) => exceptionsOn(ledger, asOf).length)).toEqual([1, 0]);
  });

  it('stays one in the years after', () => {
    const { ledger } = acted();

    expect(exceptionsOf(ledger, '2018-19')).toMatchObject([{ code: 'unratified' }]);
    expect(exceptionsOf(ledger, '2016-17')).toEqual([]);
  });

  it('where the terms give no days, is one from the day after the next meeting that was opened', () => {
    const ledger = ledgerWithMoney();
    const { ratificationDays: _, ...terms } = termsBody();
    ledger.run(setTerms('2017-08-01', terms, undefined));
    act(ledger);
    const before = exceptionsOf(ledger);
    openMeetingOf(ledger);

    expect(before).toEqual([]);
    expect([heldOn, '2017-10-07'].map((asOf) => exceptionsOn(ledger, asOf).length)).toEqual([0, 1]);
  });

  it('goes in the order of the actions', () => {
    const { ledger, awardId } = acted();
    const second = act(ledger, { amountApproved: '100', decidedOn: '2017-08-01' });

    expect(exceptionsOf(ledger)).toMatchObject([{ awardId }, { awardId: second, amount: '100.00' }]);
  });
});

describe('what was paid where ratification was refused', () => {
  const refused = () => {
    const { ledger, awardId } = acted();
    const payment = pay(ledger, awardId, { paidOn: '2017-09-08' });
    ratify(ledger, awardId, openMeetingOf(ledger), { outcome: 'refused' });
    return { ledger, awardId, payment };
  };

  it('is an exception', () => {
    const { ledger, awardId } = refused();

    expect(exceptionsOf(ledger)).toEqual([
      {
        code: 'ratification-refused-paid',
        detail:
          'Ratification of “Just Play football initiative” was refused, and £100.00 of what was paid has not come back.',
        awardId,
        amount: '100.00',
      },
    ]);
  });

  it('is one from the refusal on', () => {
    const { ledger } = refused();

    expect(['2017-10-05', heldOn].map((asOf) => exceptionsOn(ledger, asOf).length)).toEqual([0, 1]);
  });

  it('is less by what came back, until all has', () => {
    const { ledger, awardId } = refused();
    refund(ledger, awardId);
    const partly = exceptionsOf(ledger);
    refund(ledger, awardId, { amount: '70', receivedOn: '2018-04-03', bankReference: 'BACK-2' });

    expect(partly).toMatchObject([{ amount: '70.00' }]);
    expect(exceptionsOf(ledger)).toMatchObject([{ amount: '70.00' }]);
    expect(exceptionsOf(ledger, '2018-19')).toEqual([]);
  });

  it('is none where the payment bounced', () => {
    const { ledger, payment } = refused();
    reverse(ledger, payment, '2017-10-09');

    expect(exceptionsOf(ledger)).toEqual([]);
  });

  it('is none where nothing was paid', () => {
    const { ledger, awardId } = acted();
    ratify(ledger, awardId, openMeetingOf(ledger), { outcome: 'refused' });

    expect(exceptionsOf(ledger)).toEqual([]);
  });

  it('is none where it was ratified', () => {
    const { ledger, awardId } = acted();
    pay(ledger, awardId, { paidOn: '2017-09-08' });
    ratify(ledger, awardId, openMeetingOf(ledger));

    expect(exceptionsOf(ledger)).toEqual([]);
  });
});
