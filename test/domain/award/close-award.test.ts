import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { closeAward } from '../../../domain/award/pay-award.ts';
import { ClosureBody } from '../../../domain/award/payment.ts';
import { withdrawAward } from '../../../domain/award/propose-award.ts';
import {
  approve,
  chair,
  close,
  closureBody,
  coordinator,
  decisionBody,
  heldOn,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  refund,
  submit,
} from '../../award-builders.ts';
import { reverse } from '../../builders.ts';
import { asJson, today, unknownId } from '../test-ledger.ts';
import { ledgerToVary } from './varying.ts';

const fundId = 'partnership-fund';

describe('closing an award', () => {
  it('releases what is unpaid', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId);

    const entry = close(ledger, awardId);

    expect(entry).toMatchObject({ type: 'award-closed', effectiveOn: '2018-03-01' });
    expect(asJson(entry.facts)).toMatchObject({ reason: 'The initiative ended.', released: '300.00' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'commitments', fundId, awardId, credit: '300.00' },
      { account: 'commitments-mirror', fundId, awardId, debit: '300.00' },
    ]);
    expect(asJson(ledger.get('award', awardId))).toMatchObject({ status: 'closed', releasedAmount: '300.00' });
    expect(committedAmount(ledger.get('award', awardId)).text).toBe('0.00');
  });

  it('frees the money for other awards', () => {
    const { ledger, awardId } = ledgerWithAward('1000.00');
    close(ledger, awardId, { closedOn: heldOn });
    const meetingId = openMeetingOf(ledger);

    const entry = approve(ledger, submit(ledger, meetingId), meetingId);

    expect(asJson(entry.facts)).toMatchObject({ moneyTest: { uncommittedBefore: '1000.00' } });
  });

  it('of one that is paid in full releases nothing', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId, { amount: '400' });

    expect(asJson(close(ledger, awardId))).toMatchObject({ postings: [], facts: { released: '0.00' } });
  });

  it('of one whose amount was never confirmed releases nothing', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    ledger.run(decideAward(awardId, decisionBody(meetingId)), chair);

    expect(close(ledger, awardId).postings).toEqual([]);
    expect(ledger.get('award', awardId).status).toBe('closed');
  });

  it('waits for a variation to be decided or withdrawn', () => {
    const { ledger, awardId, ask } = ledgerToVary();
    ask('600');

    const refusal = ledger.refusal(closeAward(awardId, closureBody()));
    ledger.run(withdrawAward(awardId, { reason: 'Not needed.' }), coordinator);

    expect(refusal).toEqual({
      code: 'invalid-transition',
      because: 'A variation of this award waits for a decision: it is decided or withdrawn first.',
    });
    expect(close(ledger, awardId).type).toBe('award-closed');
  });

  it('is done once', () => {
    const { ledger, awardId } = ledgerWithAward();
    close(ledger, awardId);

    expect(ledger.refusal(closeAward(awardId, closureBody()))).toEqual({
      code: 'invalid-transition',
      because: 'The award is closed: it can’t be closed.',
    });
  });

  it('finds no award that is not there', () => {
    expect(ledgerWithMoney().refusal(closeAward(unknownId, closureBody()))).toMatchObject({ subject: 'award' });
  });

  it.each([
    ['no reason', { reason: '' }],
    ['a day to come', { closedOn: '2018-07-01' }],
  ])('does not read %s', (_, fields) => {
    expect(ClosureBody({ today }).safeParse({ ...closureBody(), ...fields }).success).toBe(false);
  });
});

describe('the day of a closure', () => {
  type Place = ReturnType<typeof ledgerToVary>;

  it.each<[string, string, (place: Place) => void]>([
    ['the decision', heldOn, () => undefined],
    ['the last payment', '2017-11-17', ({ ledger, awardId }) => pay(ledger, awardId)],
    [
      'the last refund',
      '2018-02-02',
      ({ ledger, awardId }) => {
        pay(ledger, awardId);
        refund(ledger, awardId, { receivedOn: '2018-02-02' });
      },
    ],
    [
      'a payment that bounced',
      '2018-02-03',
      ({ ledger, awardId }) => reverse(ledger, pay(ledger, awardId), '2018-02-03'),
    ],
    [
      'a variation that was approved',
      '2018-01-12',
      ({ ledger, ask, decision }) => {
        ask('300');
        ledger.run(decision({ amountApproved: '300' }), chair);
      },
    ],
    [
      'a variation that was rejected',
      '2018-01-12',
      ({ ledger, ask, decision }) => {
        ask('600');
        ledger.run(decision({ outcome: 'rejected' }), chair);
      },
    ],
  ])('is not before %s, on %s', (_, last, happen) => {
    const place = ledgerToVary();
    happen(place);
    const { ledger, awardId } = place;
    const dayBefore = new Date(Date.parse(last) - 86_400_000).toISOString().slice(0, 10);

    expect(ledger.refusal(closeAward(awardId, closureBody({ closedOn: dayBefore })))).toEqual({
      code: 'date-out-of-order',
      date: dayBefore,
      notBefore: last,
      of: 'the last movement',
    });
    expect(close(ledger, awardId, { closedOn: last }).effectiveOn).toBe(last);
  });
});
