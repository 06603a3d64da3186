import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { VariationBody } from '../../../domain/grant/variation.ts';
import { ofGrant } from '../../../domain/ledger/records.ts';
import {
  agree,
  expenditureBody,
  ledgerWith,
  receiptBody,
  reverse,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import { asJson, idOf, today, unknownId } from '../test-ledger.ts';

const instalments = { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 };
const setUp = (fields: Parameters<typeof agree>[1] = {}) => {
  const ledger = ledgerWith();
  const grantId = agree(ledger, fields);
  const vary = (change: Parameters<typeof variationBody>[0]) => varyGrant(grantId, variationBody(change));
  return { ledger, grantId, vary, grant: () => asJson(ledger.get('grant', grantId)) };
};

describe('a variation', () => {
  it('that is an uplift is more income, at its own date', () => {
    const { ledger, grantId, vary, grant } = setUp({ instalments });

    const entry = ledger.run(vary({ grossAmount: '1250.50' }));

    const place = { fundId: 'partnership-fund', grantId };
    expect(entry).toMatchObject({ type: 'grant-varied', effectiveOn: '2017-10-02' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'grants-receivable', ...place, funderId: 'essex-pcc', debit: '250.50' },
      { account: 'grant-income', ...place, credit: '250.50' },
    ]);
    expect(grant()).toMatchObject({ netAmount: '1250.50', instalments: [{ amount: '500.00' }, { amount: '750.50' }] });
  });

  it('that is a cut is less', () => {
    const { ledger, grantId, vary, grant } = setUp({ instalments, topSlices: [{ purpose: 'dhr', amount: '100' }] });

    const entry = ledger.run(vary({ grossAmount: '700' }));

    const place = { fundId: 'partnership-fund', grantId };
    expect(asJson(entry.postings)).toEqual([
      { account: 'grant-income', ...place, debit: '300.00' },
      { account: 'grants-receivable', ...place, funderId: 'essex-pcc', credit: '300.00' },
    ]);
    expect(grant()).toMatchObject({ netAmount: '600.00', instalments: [{ amount: '450.00' }, { amount: '150.00' }] });
  });

  it('leaves what was first agreed visible', () => {
    const { ledger, grantId, vary, grant } = setUp();

    const entry = ledger.run(vary({ grossAmount: '700', underspend: 'return' }));

    expect(grant()).toMatchObject({ agreed: { grossAmount: '1000.00' }, grossAmount: '700.00', underspend: 'return' });
    expect(asJson(ledger.get('variation', ofGrant(grantId, idOf(entry))))).toMatchObject({
      before: { grossAmount: '1000.00', instalments: [] },
      after: { grossAmount: '700.00', underspend: 'return', instalments: [] },
      reference: 'VAR-1',
      sequence: entry.sequence,
    });
  });

  it('is refused where the new net amount is below what was received', () => {
    const { ledger, grantId, vary } = setUp({ topSlices: [{ purpose: 'dhr', amount: '100' }] });
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '500' })));

    const refusal = ledger.refusal(vary({ grossAmount: '599.99' }));

    expect(asJson(refusal)).toEqual({ code: 'variation-below-received', netAmount: '499.99', received: '500.00' });
    expect(ledger.run(vary({ grossAmount: '600' })).type).toBe('grant-varied');
  });

  it('is refused where the new gross amount is below what is top-sliced', () => {
    const { ledger, vary } = setUp({ topSlices: [{ purpose: 'dhr', amount: '100' }] });

    expect(asJson(ledger.refusal(vary({ grossAmount: '99' })))).toMatchObject({ netAmount: '-1.00' });
  });

  it('that is an extension moves no money', () => {
    const fundingPeriod = { start: '2017-10-01', end: '2018-09-30' };
    const { ledger, vary, grant } = setUp({ instalments, fundingPeriod });
    const extended = { ...fundingPeriod, end: '2019-03-31' };

    const entry = ledger.run(vary({ fundingPeriod: extended }));

    expect(entry.postings).toEqual([]);
    expect(grant()).toMatchObject({
      fundingPeriod: extended,
      instalments: [{ amount: '500.00' }, { amount: '500.00' }],
    });
  });

  it('keeps the funding period in touch with the grant’s year', () => {
    const { ledger, vary } = setUp();

    const refusal = ledger.refusal(vary({ fundingPeriod: { start: '2018-04-01', end: '2019-03-31' } }));

    expect(refusal).toEqual({ code: 'period-mismatch', financialYear: '2017-18' });
  });

  it('may give the instalments, which then sum to the new net amount', () => {
    const { ledger, vary, grant } = setUp({ instalments });
    const given = (amount: string) => [
      { dueOn: '2017-05-02', amount: '500' },
      { dueOn: '2018-01-02', amount },
    ];

    const refusal = ledger.refusal(vary({ grossAmount: '1200', instalments: given('500') }));
    ledger.run(vary({ grossAmount: '1200', instalments: given('700') }));

    expect(asJson(refusal)).toEqual({ code: 'instalments-do-not-sum', sum: '1000.00', netAmount: '1200.00' });
    expect(grant()).toMatchObject({ instalments: [{ amount: '500.00' }, { dueOn: '2018-01-02', amount: '700.00' }] });
  });

  it('may have the instalments worked out afresh', () => {
    const { ledger, vary, grant } = setUp();

    ledger.run(vary({ instalments: { count: 3, firstDueOn: '2017-11-30', everyMonths: 1 } }));

    expect(grant()).toMatchObject({ instalments: [{ amount: '333.34' }, { amount: '333.33' }, { amount: '333.33' }] });
  });

  it('counts no earlier than the grant', () => {
    const { ledger, vary } = setUp({ agreedOn: '2017-03-01' });

    const entry = ledger.run(vary({ grossAmount: '1100', effectiveOn: '2017-03-10' }));

    expect(entry).toMatchObject({ effectiveOn: '2017-04-01', facts: { effectiveOn: '2017-03-10' } });
  });

  it('follows the one before it', () => {
    const { ledger, vary } = setUp();
    ledger.run(vary({ grossAmount: '1100' }));

    const refusal = ledger.refusal(vary({ grossAmount: '1200', effectiveOn: '2017-10-01' }));

    expect(refusal).toMatchObject({ code: 'date-out-of-order', date: '2017-10-01', notBefore: '2017-10-02' });
    expect(ledger.run(vary({ grossAmount: '1200', effectiveOn: '2017-10-02' })).type).toBe('grant-varied');
  });

  it('that is a cut is a fact, also where the money is spent', () => {
    const { ledger, vary } = setUp();
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000' })));

    expect(ledger.run(vary({ grossAmount: '700' })).type).toBe('grant-varied');
  });

  it('of a grant that is not there or was reversed is refused', () => {
    const { ledger, vary } = setUp();
    reverse(ledger, ledger.entries[2] ?? expect.unreachable());

    expect(ledger.refusal(vary({ grossAmount: '700' }))).toMatchObject({ code: 'already-reversed' });
    const elsewhere = varyGrant(unknownId, variationBody({ grossAmount: '700' }));
    expect(ledger.refusal(elsewhere)).toMatchObject({ code: 'not-found' });
  });

  it('that changes nothing is not read', () => {
    const given = { effectiveOn: '2017-10-02', reference: 'VAR-1', reason: 'None.' };

    expect(VariationBody({ today }).safeParse(given).success).toBe(false);
    expect(VariationBody({ today }).safeParse({ ...given, underspend: 'return' }).success).toBe(true);
    expect(VariationBody({ today }).safeParse({ ...given, grossAmount: '0' }).success).toBe(false);
  });
});

describe('taking a variation back', () => {
  it('puts back the terms before it', () => {
    const fundingPeriod = { start: '2017-10-01', end: '2018-09-30' };
    const { ledger, vary, grant } = setUp({ instalments });
    const before = grant();
    const entry = ledger.run(vary({ grossAmount: '1300', fundingPeriod, underspend: 'return' }));

    reverse(ledger, entry);

    expect(grant()).toEqual(before);
  });

  it('leaves a top-slice that was notified since', () => {
    const { ledger, grantId, vary, grant } = setUp({ instalments });
    const entry = ledger.run(vary({ grossAmount: '1300' }));
    ledger.run(notifyTopSlice(grantId, topSliceBody({ amount: '50', notifiedOn: '2017-11-01' })));

    reverse(ledger, entry);

    expect(grant()).toMatchObject({ grossAmount: '1000.00', topSlicedAmount: '50.00', netAmount: '950.00' });
    expect(grant()).toMatchObject({ instalments: [{ amount: '500.00' }, { amount: '450.00' }] });
  });

  it('makes the one before it the latest', () => {
    const { ledger, vary, grant } = setUp();
    const first = ledger.run(vary({ grossAmount: '1100' }));
    const second = ledger.run(vary({ grossAmount: '1200' }));
    reverse(ledger, second);

    reverse(ledger, first);

    expect(grant()).toMatchObject({ grossAmount: '1000.00', netAmount: '1000.00' });
    expect(grant()).not.toHaveProperty('lastVariation');
  });
});
