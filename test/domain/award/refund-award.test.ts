import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { refundAward } from '../../../domain/award/pay-award.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { awardBalanceId } from '../../../domain/ledger/balance.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import {
  act,
  approve,
  close,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  ratify,
  refund,
  refundBody,
  submit,
} from '../../award-builders.ts';
import { agree, receiptBody, reversalBody, reverse } from '../../builders.ts';
import { plainStatement } from '../statement/statements.ts';
import { asJson, type TestLedger, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';

/** £100 of £400 paid on 17 November 2017. */
const setUp = () => {
  const { ledger, awardId } = ledgerWithAward();
  const payment = pay(ledger, awardId);
  const refusal = (fields: Parameters<typeof refundBody>[0]) =>
    asJson(ledger.refusal(refundAward(awardId, refundBody(fields))));
  return { ledger, awardId, payment, refusal };
};
const expenditureIn = (ledger: TestLedger, year: string) => plainStatement(ledger, year).totals.expenditure;

describe('a refund', () => {
  it('is money in the bank that lowers spending, and restores no commitment', () => {
    const { ledger, awardId } = setUp();

    const entry = refund(ledger, awardId);

    expect(entry).toMatchObject({ type: 'award-refunded', effectiveOn: '2018-01-12' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', fundId, awardId, debit: '30.00' },
      { account: 'award-expenditure', fundId, awardId, category: 'refunds', credit: '30.00' },
    ]);
    expect(asJson(ledger.get('award', awardId))).toMatchObject({ paidAmount: '100.00', refundedAmount: '30.00' });
    expect(committedAmount(ledger.get('award', awardId)).text).toBe('300.00');
  });

  it('lowers the spending of its own year, below nothing too', () => {
    const { ledger, awardId } = setUp();

    refund(ledger, awardId, { receivedOn: '2018-05-01' });

    expect(['2017-18', '2018-19'].map((year) => expenditureIn(ledger, year))).toEqual(['100.00', '-30.00']);
    expect(asJson(ledger.get('awardBalance', awardBalanceId(awardId, '2018-19')).days)).toMatchObject({
      '2018-05-01': { 'award-expenditure:refunds': '-30.00' },
    });
  });

  it('frees its money for other awards', () => {
    const { ledger, awardId } = ledgerWithAward('1000.00');
    pay(ledger, awardId, { amount: '1000' });
    refund(ledger, awardId, { amount: '300' });
    const meetingId = openMeetingOf(ledger, { heldOn: '2018-01-12' });
    const other = submit(ledger, meetingId);

    const entry = approve(ledger, other, meetingId, { amountApproved: '300' });

    expect(asJson(entry.facts)).toMatchObject({ moneyTest: { uncommittedBefore: '300.00' } });
  });

  it('cannot be paid out again', () => {
    const { ledger, awardId } = ledgerWithAward();
    pay(ledger, awardId, { amount: '400' });
    refund(ledger, awardId, { amount: '400' });

    expect(() => pay(ledger, awardId, { amount: '0.01' })).toThrow('payment-exceeds-commitment');
  });

  it('is fine on the day of the first payment, and refused before', () => {
    const { ledger, awardId, refusal } = setUp();

    expect(refusal({ receivedOn: '2017-11-16' })).toEqual({
      code: 'date-out-of-order',
      date: '2017-11-16',
      notBefore: '2017-11-17',
      of: 'the first payment',
    });
    expect(refund(ledger, awardId, { receivedOn: '2017-11-17' }).type).toBe('award-refunded');
  });

  it('is no more than was paid and has not come back', () => {
    const { ledger, awardId, refusal } = setUp();
    refund(ledger, awardId);

    expect(refusal({ amount: '70.01', bankReference: 'BACK-2' })).toEqual({
      code: 'refund-exceeds-paid',
      amount: '70.01',
      paid: '70.00',
    });
    expect(refund(ledger, awardId, { amount: '70', bankReference: 'BACK-2' }).type).toBe('award-refunded');
  });

  it('is no more than was paid by its day', () => {
    const { ledger, awardId, refusal } = setUp();
    pay(ledger, awardId, { amount: '200', paidOn: '2018-04-03' });

    expect(refusal({ amount: '100.01', receivedOn: '2018-04-02' })).toMatchObject({ paid: '100.00' });
    expect(refusal({ amount: '300.01', receivedOn: '2018-04-03' })).toMatchObject({ paid: '300.00' });
    expect(refund(ledger, awardId, { amount: '300', receivedOn: '2018-04-03' }).type).toBe('award-refunded');
  });

  it('dated back leaves what came back later', () => {
    const { ledger, awardId, refusal } = setUp();
    refund(ledger, awardId, { amount: '100', receivedOn: '2018-05-01' });

    expect(refusal({ amount: '0.01', bankReference: 'BACK-2' })).toMatchObject({ paid: '0.00' });
  });

  it('is none where nothing is paid, or all of it bounced', () => {
    const { ledger, payment, refusal } = setUp();
    const { ledger: other, awardId: unpaid } = ledgerWithAward();
    reverse(ledger, payment, '2017-12-01');

    const refusals = [refusal({ amount: '0.01' }), asJson(other.refusal(refundAward(unpaid, refundBody())))];

    expect(refusals).toMatchObject([
      { code: 'refund-exceeds-paid', paid: '0.00' },
      { code: 'refund-exceeds-paid', paid: '0.00' },
    ]);
  });

  it('comes back from a closed award, and leaves it closed', () => {
    const { ledger, awardId } = setUp();
    close(ledger, awardId);

    refund(ledger, awardId, { receivedOn: '2018-03-02' });

    expect(ledger.get('award', awardId)).toMatchObject({ status: 'closed', lastMovedOn: '2018-03-02' });
  });

  it('comes back where ratification was refused', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    pay(ledger, awardId, { paidOn: '2017-09-08' });
    ratify(ledger, awardId, openMeetingOf(ledger), { outcome: 'refused' });

    expect(refund(ledger, awardId, { amount: '100' }).type).toBe('award-refunded');
  });

  it('finds no award that is not there', () => {
    expect(ledgerWithMoney().refusal(refundAward(unknownId, refundBody()))).toMatchObject({ subject: 'award' });
  });
});

describe('the bank reference of a refund', () => {
  it('is no receipt’s, and no other refund’s', () => {
    const { ledger, awardId, refusal } = setUp();
    const grantId = agree(ledger, { reference: 'OTHER' });
    ledger.run(recordReceipt(grantId, receiptBody({ bankReference: 'EPCC-1' })));
    refund(ledger, awardId);

    expect([refusal({ bankReference: 'epcc-1 ' }), refusal({ bankReference: 'BACK-1' })]).toEqual([
      { code: 'duplicate-bank-reference', bankReference: 'epcc-1 ' },
      { code: 'duplicate-bank-reference', bankReference: 'BACK-1' },
    ]);
  });

  it('may be of one bank credit that covers several', () => {
    const { ledger, awardId, refusal } = setUp();
    const bankTotal = '50';
    refund(ledger, awardId, { bankTotal });

    expect(refusal({ amount: '20.01', bankTotal })).toMatchObject({ code: 'duplicate-bank-reference' });
    expect(refund(ledger, awardId, { amount: '20', bankTotal }).type).toBe('award-refunded');
  });
});

describe('reversing a refund', () => {
  it('puts the spending back, and frees the bank reference', () => {
    const { ledger, awardId } = setUp();
    const entry = refund(ledger, awardId);

    const reversal = reverse(ledger, entry, '2018-01-15');

    expect(asJson(reversal.postings)).toMatchObject([
      { account: 'bank', credit: '30.00' },
      { account: 'award-expenditure', category: 'refunds', debit: '30.00' },
    ]);
    expect(asJson(ledger.get('award', awardId))).toMatchObject({ refundedAmount: '0.00', lastMovedOn: '2018-01-15' });
    expect(refund(ledger, awardId).type).toBe('award-refunded');
  });

  it('is refused where its money is promised since', () => {
    const { ledger, awardId } = ledgerWithAward('1000.00');
    pay(ledger, awardId, { amount: '1000' });
    const entry = refund(ledger, awardId, { amount: '300' });
    const meetingId = openMeetingOf(ledger, { heldOn: '2018-01-12' });
    approve(ledger, submit(ledger, meetingId), meetingId, { amountApproved: '200' });

    const refusal = ledger.refusal(reverseEntry(entry.sequence, reversalBody()));

    expect(asJson(refusal)).toMatchObject({ code: 'insufficient-funds', needed: '300.00', available: '100.00' });
  });
});
