import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { debited } from '../../../domain/ledger/posting.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import {
  act,
  close,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  ratify,
  refund,
} from '../../award-builders.ts';
import { expenditureBody, reversalBody, reverse } from '../../builders.ts';
import { recomputed } from '../statement/statements.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

const fundId = 'partnership-fund';

/** £100 of £400 paid on 17 November 2017. */
const setUp = () => {
  const { ledger, awardId } = ledgerWithAward();
  const payment = pay(ledger, awardId);
  return { ledger, awardId, payment, award: () => ledger.get('award', awardId) };
};
const refusalOf = (ledger: TestLedger, { sequence }: { sequence: number }, effectiveOn = '2018-06-30') =>
  asJson(ledger.refusal(reverseEntry(sequence, reversalBody({ effectiveOn }))));

describe('a payment that bounced', () => {
  it('is mirrored: the money is back, and committed', () => {
    const { ledger, awardId, payment, award } = setUp();

    const reversal = reverse(ledger, payment, '2017-11-24');

    expect(asJson(reversal.postings)).toEqual([
      { account: 'award-expenditure', fundId, awardId, category: 'payments', credit: '100.00' },
      { account: 'bank', fundId, awardId, debit: '100.00' },
      { account: 'commitments', fundId, awardId, debit: '100.00' },
      { account: 'commitments-mirror', fundId, awardId, credit: '100.00' },
    ]);
    expect(committedAmount(award()).text).toBe('400.00');
  });

  it('is the last movement of the award, which stays approved', () => {
    const { ledger, payment, award } = setUp();

    reverse(ledger, payment, '2017-11-24');

    expect(asJson(award())).toMatchObject({
      status: 'approved',
      paidAmount: '0.00',
      lastMovedOn: '2017-11-24',
    });
  });

  it('leaves the other payments standing', () => {
    const { ledger, awardId, payment, award } = setUp();
    pay(ledger, awardId, { amount: '50', paidOn: '2017-12-01' });

    reverse(ledger, payment, '2017-12-04');

    expect(asJson(award())).toMatchObject({ paidAmount: '50.00', lastMovedOn: '2017-12-04' });
    expect(committedAmount(award()).text).toBe('350.00');
  });

  it('can be paid afresh', () => {
    const { ledger, awardId, payment, award } = setUp();
    reverse(ledger, payment, '2017-11-24');

    pay(ledger, awardId, { amount: '400', paidOn: '2017-11-27' });

    expect(committedAmount(award()).text).toBe('0.00');
  });

  it('keeps its money from being spent on anything else', () => {
    const { ledger, payment } = setUp();
    reverse(ledger, payment, '2017-11-24');

    const refusal = ledger.refusal(recordExpenditure(expenditureBody({ amount: '600.01' })));

    expect(asJson(refusal)).toMatchObject({ code: 'insufficient-funds', available: '600.00' });
  });

  it('reopens a closed award, whose other releases stand', () => {
    const { ledger, awardId, payment, award } = setUp();
    close(ledger, awardId, { closedOn: '2017-12-01' });

    reverse(ledger, payment, '2017-12-04');

    expect(award().status).toBe('approved');
    expect(committedAmount(award()).text).toBe('100.00');
    expect(pay(ledger, awardId, { paidOn: '2017-12-05' }).type).toBe('award-paid');
    expect(() => pay(ledger, awardId, { amount: '0.01', paidOn: '2017-12-05' })).toThrow('payment-exceeds-commitment');
  });

  it('in a later year lowers that year’s spending', () => {
    const { ledger, payment } = setUp();

    const reversal = reverse(ledger, payment, '2018-04-03');

    expect(reversal).toMatchObject({ financialYear: '2018-19', effectiveOn: '2018-04-03' });
  });

  it('is reversed once, and not before it was made', () => {
    const { ledger, payment } = setUp();
    const early = refusalOf(ledger, payment, '2017-11-16');
    reverse(ledger, payment);

    expect(early).toMatchObject({ code: 'date-out-of-order', notBefore: '2017-11-17' });
    expect(refusalOf(ledger, payment)).toMatchObject({ code: 'already-reversed' });
  });

  it('stays while money came back out of it', () => {
    const { ledger, awardId, payment } = setUp();
    const back = refund(ledger, awardId);

    const refusal = refusalOf(ledger, payment);
    reverse(ledger, back);

    expect(refusal).toEqual({
      code: 'not-reversible',
      because: 'Money came back out of this payment: reverse the refunds first.',
    });
    expect(reverse(ledger, payment).type).toBe('entry-reversed');
  });

  it('stays where a later payment alone covers what came back', () => {
    const { ledger, awardId, payment } = setUp();
    refund(ledger, awardId, { amount: '30' });
    pay(ledger, awardId, { amount: '100', paidOn: '2018-04-03' });

    expect(refusalOf(ledger, payment, '2017-11-20')).toMatchObject({ code: 'not-reversible' });
    expect(reverse(ledger, payment, '2018-04-03').type).toBe('entry-reversed');
  });

  it('may go where other payments cover what came back', () => {
    const { ledger, awardId, payment } = setUp();
    pay(ledger, awardId, { amount: '30' });
    refund(ledger, awardId, { amount: '30' });

    expect(reverse(ledger, payment).type).toBe('entry-reversed');
  });
});

describe('a payment that bounced where ratification was refused', () => {
  const refused = () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    const payment = pay(ledger, awardId, { paidOn: '2017-09-08' });
    ratify(ledger, awardId, openMeetingOf(ledger), { outcome: 'refused' });
    return { ledger, awardId, payment, award: () => ledger.get('award', awardId) };
  };

  it('leaves nothing committed, and the award closed', () => {
    const { ledger, payment, award } = refused();

    const reversal = reverse(ledger, payment, '2017-10-09');

    const committed = reversal.postings.filter(({ account }) => account === 'commitments').map(debited);
    expect(committed.map(String)).toEqual(['100.00', '-100.00']);
    expect(asJson(award())).toMatchObject({ status: 'closed', paidAmount: '0.00', releasedAmount: '400.00' });
    expect(committedAmount(award()).text).toBe('0.00');
  });

  it('is committed again until the refusal, where it bounced before', () => {
    const { ledger, payment } = refused();

    reverse(ledger, payment, '2017-09-20');

    const committedOn = (asOf: string) => recomputed(ledger, '2017-18', asOf).totals.committed.text;
    expect(['2017-09-19', '2017-09-20', '2017-10-05', '2017-10-06'].map(committedOn)).toEqual([
      '300.00',
      '400.00',
      '400.00',
      '0.00',
    ]);
  });

  it('frees its money for anything else', () => {
    const { ledger, payment } = refused();
    reverse(ledger, payment, '2017-10-09');

    const entry = ledger.run(recordExpenditure(expenditureBody({ amount: '1000' })));

    expect(entry.type).toBe('expenditure-recorded');
  });

  it('but before the refusal is released by it too, from when it bounced', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    const payment = pay(ledger, awardId, { paidOn: '2017-09-08' });
    reverse(ledger, payment, '2017-12-01');

    const entry = ratify(ledger, awardId, openMeetingOf(ledger), { outcome: 'refused' });

    expect(asJson(entry)).toMatchObject({ effectiveOn: '2017-10-06', facts: { released: '400.00' } });
    expect(asJson(entry.postings)).toEqual([
      { account: 'commitments', fundId, awardId, credit: '300.00' },
      { account: 'commitments-mirror', fundId, awardId, debit: '300.00' },
      { account: 'commitments', fundId, awardId, on: '2017-12-01', credit: '100.00' },
      { account: 'commitments-mirror', fundId, awardId, on: '2017-12-01', debit: '100.00' },
    ]);
  });
});

describe('what is decided about awards', () => {
  it.each(['award-decided', 'award-submitted', 'award-proposed', 'meeting-opened', 'attendance-recorded'])(
    'is not reversed: %s',
    (type) => {
      const { ledger } = setUp();
      const entry = ledger.entries.find((one) => one.type === type) ?? expect.unreachable();

      expect(refusalOf(ledger, entry)).toEqual({
        code: 'not-reversible',
        because: 'What a meeting did, or what was proposed to it, is not reversed: a later meeting decides afresh.',
      });
    },
  );

  it('is not reversed: closures, chair’s action and its ratification', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    ratify(ledger, awardId, openMeetingOf(ledger));
    close(ledger, awardId);
    const types = ['chairs-action-taken', 'chairs-action-ratified', 'award-closed'];
    const entries = types.map((type) => ledger.entries.find((one) => one.type === type) ?? expect.unreachable());

    const codes = entries.map((entry) => refusalOf(ledger, entry));

    expect(codes).toMatchObject(types.map(() => ({ code: 'not-reversible' })));
  });
});
