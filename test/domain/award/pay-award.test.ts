import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { payAward } from '../../../domain/award/pay-award.ts';
import { PaymentBody } from '../../../domain/award/payment.ts';
import { awardBalanceId } from '../../../domain/ledger/balance.ts';
import {
  act,
  chair,
  close,
  heldOn,
  ledgerWithAward,
  ledgerWithMoney,
  pay,
  paymentBody,
  vary,
} from '../../award-builders.ts';
import { reverse } from '../../builders.ts';
import { asJson, financeOfficer, today, unknownId } from '../test-ledger.ts';
import { ledgerToVary } from './varying.ts';

const fundId = 'partnership-fund';
const refusalOf = (
  { ledger, awardId }: Pick<ReturnType<typeof ledgerWithAward>, 'ledger' | 'awardId'>,
  fields: Parameters<typeof paymentBody>[0],
) => asJson(ledger.refusal(payAward(awardId, paymentBody(fields))));

describe('paying an award', () => {
  it('turns commitment into spending', () => {
    const { ledger, awardId } = ledgerWithAward();

    const entry = pay(ledger, awardId);

    expect(entry).toMatchObject({ type: 'award-paid', effectiveOn: '2017-11-17' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'award-expenditure', fundId, awardId, category: 'payments', debit: '100.00' },
      { account: 'bank', fundId, awardId, credit: '100.00' },
      { account: 'commitments', fundId, awardId, credit: '100.00' },
      { account: 'commitments-mirror', fundId, awardId, debit: '100.00' },
    ]);
    expect(asJson(ledger.get('award', awardId))).toMatchObject({
      status: 'approved',
      paidAmount: '100.00',
      firstMovedOn: heldOn,
      lastMovedOn: '2017-11-17',
      handlers: [financeOfficer.subject],
    });
  });

  it('is done in parts, up to what was approved', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId, { amount: '150' });
    pay(ledger, awardId, { amount: '249.99', paidOn: '2017-11-10' });

    const refusal = refusalOf({ ledger, awardId }, { amount: '0.02' });
    pay(ledger, awardId, { amount: '0.01' });

    expect(refusal).toEqual({
      code: 'payment-exceeds-commitment',
      amount: '0.02',
      committed: '0.01',
      from: '2017-11-17',
    });
    expect(committedAmount(ledger.get('award', awardId)).text).toBe('0.00');
  });

  it('may use one payment reference twice: banks pay in batches', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId);

    expect(pay(ledger, awardId).facts).toMatchObject({ paymentReference: 'BACS-1' });
  });

  it('counts in the year of its own date, whenever it was approved', () => {
    const { ledger, awardId } = ledgerWithAward();

    pay(ledger, awardId, { paidOn: '2018-03-31' });
    pay(ledger, awardId, { paidOn: '2018-04-01' });

    const amounts = ['2017-18', '2018-19'].map((year) => ledger.get('awardBalance', awardBalanceId(awardId, year)));
    expect(asJson(amounts)).toMatchObject([
      { days: { '2018-03-31': { commitments: '-100.00', 'award-expenditure:payments': '100.00' } } },
      { days: { '2018-04-01': { commitments: '-100.00', 'award-expenditure:payments': '100.00' } } },
    ]);
  });

  it('is fine on the day of the decision, and refused before', () => {
    const place = ledgerWithAward();

    expect(refusalOf(place, { paidOn: '2017-10-05' })).toEqual({
      code: 'date-out-of-order',
      date: '2017-10-05',
      notBefore: heldOn,
      of: 'the decision',
    });
    expect(pay(place.ledger, place.awardId, { paidOn: heldOn }).effectiveOn).toBe(heldOn);
  });

  it('is fine while chair’s action waits to be ratified, from the action on', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);

    expect(refusalOf({ ledger, awardId }, { paidOn: '2017-08-31' })).toMatchObject({ notBefore: '2017-09-01' });
    expect(pay(ledger, awardId, { paidOn: '2017-09-01' }).type).toBe('award-paid');
  });

  it('is refused once the award is closed', () => {
    const { ledger, awardId } = ledgerWithAward();
    close(ledger, awardId);

    expect(refusalOf({ ledger, awardId }, {})).toEqual({
      code: 'invalid-transition',
      because: 'The award is closed: nothing can be paid.',
    });
  });

  it('finds no award that is not there', () => {
    expect(ledgerWithMoney().refusal(payAward(unknownId, paymentBody()))).toMatchObject({ subject: 'award' });
  });

  it.each([
    ['nothing', { amount: '0.00' }],
    ['a payment to come', { paidOn: '2018-07-01' }],
    ['no reference', { paymentReference: '' }],
  ])('does not read %s', (_, fields) => {
    expect(PaymentBody({ today }).safeParse({ ...asJson<object>(paymentBody()), ...fields }).success).toBe(false);
  });
});

describe('what can be paid on a day', () => {
  it('is what was approved by then, where it was increased later', () => {
    const { ask, decision, ...place } = ledgerToVary();
    ask('600');
    place.ledger.run(decision({ amountApproved: '600' }), chair);

    expect(refusalOf(place, { amount: '400.01', paidOn: '2018-01-11' })).toEqual({
      code: 'payment-exceeds-commitment',
      amount: '400.01',
      committed: '400.00',
      from: '2018-01-11',
    });
    expect(refusalOf(place, { amount: '600.01', paidOn: '2018-01-12' })).toMatchObject({ committed: '600.00' });
    expect(pay(place.ledger, place.awardId, { amount: '600', paidOn: '2018-01-12' }).type).toBe('award-paid');
  });

  it('is what stays approved, where it was cut later', () => {
    const { ask, decision, ...place } = ledgerToVary();
    ask('250');
    place.ledger.run(decision({ amountApproved: '250' }), chair);

    expect(refusalOf(place, { amount: '250.01', paidOn: '2017-11-17' })).toMatchObject({ committed: '250.00' });
    expect(pay(place.ledger, place.awardId, { amount: '250', paidOn: '2017-11-17' }).type).toBe('award-paid');
  });

  it('counts payments of a later day, so that no day has more paid than approved', () => {
    const { ask, decision, ...place } = ledgerToVary();
    ask('600');
    place.ledger.run(decision({ amountApproved: '600' }), chair);
    pay(place.ledger, place.awardId, { amount: '500', paidOn: '2018-01-12' });

    expect(refusalOf(place, { amount: '100.01', paidOn: '2018-01-12' })).toMatchObject({ committed: '100.00' });
    expect(refusalOf(place, { amount: '100.01', paidOn: '2017-11-17' })).toMatchObject({ committed: '100.00' });
    expect(pay(place.ledger, place.awardId, { amount: '100', paidOn: '2017-11-17' }).type).toBe('award-paid');
  });

  it('is no more while a variation waits', () => {
    const { later, ...place } = ledgerToVary();
    vary(place.ledger, place.awardId, later);

    expect(refusalOf(place, { amount: '400.01', paidOn: '2018-02-01' })).toMatchObject({ committed: '400.00' });
    expect(pay(place.ledger, place.awardId, { amount: '400', paidOn: '2018-02-01' }).type).toBe('award-paid');
  });

  it('is not what a payment had used until it came back', () => {
    const { ledger, awardId } = ledgerWithAward();
    reverse(ledger, pay(ledger, awardId, { amount: '300' }), '2018-01-15');

    expect(refusalOf({ ledger, awardId }, { amount: '100.01', paidOn: '2018-01-14' })).toMatchObject({
      committed: '100.00',
    });
    expect(pay(ledger, awardId, { amount: '400', paidOn: '2018-01-15' }).type).toBe('award-paid');
  });
});
