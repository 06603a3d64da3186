import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { chair, close, openMeetingOf, pay } from '../../award-builders.ts';
import { reverse } from '../../builders.ts';
import { asJson } from '../test-ledger.ts';
import { laterOn, ledgerToVary } from './varying.ts';

describe('approving a variation', () => {
  it('upwards commits the difference, and leaves the first approval visible', () => {
    const { ledger, later, ask, decision, award } = ledgerToVary();
    ask('600');

    const entry = ledger.run(decision({ amountApproved: '550', minuteReference: '5.1' }), chair);

    expect(entry).toMatchObject({ effectiveOn: laterOn, facts: { kind: 'variation' } });
    expect(asJson(entry.facts)).toMatchObject({ amountApproved: '550.00', amountBefore: '400.00' });
    expect(asJson(entry.postings)).toMatchObject([{ account: 'commitments', debit: '150.00' }, { credit: '150.00' }]);
    expect(asJson(award())).toMatchObject({
      approvals: [{ amountApproved: '400.00' }, { amountApproved: '550.00', meetingId: later, minuteReference: '5.1' }],
      lastMovedOn: laterOn,
    });
    expect(award()).not.toHaveProperty('variation');
  });

  it('downwards releases the difference', () => {
    const { ledger, ask, decision, award } = ledgerToVary();
    ask('250');

    const entry = ledger.run(decision({ amountApproved: '250' }), chair);

    expect(asJson(entry.postings)).toMatchObject([{ account: 'commitments', credit: '150.00' }, { debit: '150.00' }]);
    expect(committedAmount(award()).text).toBe('250.00');
  });

  it('comes no earlier than a closure that a bounced payment has undone', () => {
    const { ledger, ask, decision, awardId } = ledgerToVary();
    const payment = pay(ledger, awardId, { paidOn: '2017-11-17' });
    close(ledger, awardId, { closedOn: '2018-05-01' });
    reverse(ledger, payment, '2018-05-10');
    ask('400');

    expect(ledger.refusal(decision({ amountApproved: '400' }), chair)).toMatchObject({
      code: 'date-out-of-order',
      notBefore: '2018-05-01',
    });
  });

  it('at what it was moves nothing', () => {
    const { ledger, ask, decision } = ledgerToVary();
    ask('600');

    expect(ledger.run(decision({ amountApproved: '400' }), chair).postings).toEqual([]);
  });

  it('goes no penny beyond what was asked for, nor beyond what is free', () => {
    const { ledger, ask, decision } = ledgerToVary();
    ask('600');
    const beyondRequest = ledger.refusal(decision({ amountApproved: '600.01' }), chair);
    const beyondFunds = ledger.refusal(decision({ amountApproved: '1000.01' }), chair);

    expect(asJson(beyondRequest)).toMatchObject({ code: 'approval-exceeds-request', requested: '600.00' });
    expect(asJson(beyondFunds)).toMatchObject({ code: 'insufficient-funds', needed: '600.01', available: '600.00' });
  });

  it('goes down to what was paid, and no penny below', () => {
    const { ledger, awardId, ask, decision } = ledgerToVary();
    pay(ledger, awardId, { amount: '150' });
    ask('100');

    expect(asJson(ledger.refusal(decision({ amountApproved: '149.99' }), chair))).toEqual({
      code: 'approval-below-paid',
      amount: '149.99',
      paid: '150.00',
    });
  });

  it('down to what was paid leaves nothing committed', () => {
    const { ledger, awardId, ask, decision, award } = ledgerToVary();
    pay(ledger, awardId, { amount: '150' });
    ask('150');

    ledger.run(decision({ amountApproved: '150' }), chair);

    expect(committedAmount(award()).text).toBe('0.00');
  });

  it('goes not below what was paid on its day, though it came back since', () => {
    const { ledger, awardId, ask, decision } = ledgerToVary();
    const bounced = pay(ledger, awardId, { amount: '150' });
    reverse(ledger, bounced, '2018-01-13');
    ask('100');

    expect(ledger.refusal(decision({ amountApproved: '100' }), chair).code).toBe('approval-below-paid');
  });

  it('goes below what was paid and came back before its day', () => {
    const { ledger, awardId, ask, decision } = ledgerToVary();
    const bounced = pay(ledger, awardId, { amount: '150' });
    reverse(ledger, bounced, laterOn);
    ask('100');

    expect(ledger.run(decision({ amountApproved: '100' }), chair).type).toBe('award-decided');
  });

  it('approves afresh what a closure had released before a payment bounced', () => {
    const { ledger, awardId, ask, decision, award } = ledgerToVary();
    const payment = pay(ledger, awardId, { amount: '100' });
    close(ledger, awardId, { closedOn: '2017-12-01' });
    reverse(ledger, payment, '2017-12-04');
    ask('350');

    const entry = ledger.run(decision({ amountApproved: '350' }), chair);

    expect(asJson(entry.postings)).toMatchObject([{ debit: '250.00' }, { credit: '250.00' }]);
    expect(committedAmount(award()).text).toBe('350.00');
  });

  it('wants an amount', () => {
    const { ledger, ask, decision } = ledgerToVary();
    ask('600');

    expect(ledger.refusal(decision({}), chair).code).toBe('amount-not-confirmed');
  });

  it('is refused at a meeting before the approval', () => {
    const { ledger, ask, decision } = ledgerToVary();
    const earlier = openMeetingOf(ledger, { heldOn: '2017-10-05' });
    ask('600', earlier);

    expect(ledger.refusal(decision({ amountApproved: '600' }, earlier), chair)).toMatchObject({
      code: 'date-out-of-order',
      notBefore: '2017-10-06',
    });
  });

  it('is refused at a meeting on whose agenda it is not', () => {
    const { ledger, meetingId, ask, decision } = ledgerToVary();
    ask('600');

    expect(ledger.refusal(decision({ amountApproved: '600' }, meetingId), chair)).toEqual({
      code: 'invalid-transition',
      because: 'The variation of this award is not on the agenda of this meeting.',
    });
  });
});
