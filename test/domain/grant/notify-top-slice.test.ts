import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { notifyTopSlice } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { ofGrant } from '../../../domain/ledger/records.ts';
import { agree, expenditureBody, ledgerWith, receiptBody, reverse, topSliceBody } from '../../builders.ts';
import { asJson, idOf, unknownId } from '../test-ledger.ts';

const instalments = { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 };

describe('a later top-slice', () => {
  it('lowers what is receivable, at its own date', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);

    const entry = ledger.run(notifyTopSlice(grantId, topSliceBody()));

    const place = { fundId: 'partnership-fund', grantId };
    expect(entry).toMatchObject({ type: 'top-slice-notified', effectiveOn: '2017-09-01' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'top-slices', ...place, purpose: 'dhr', debit: '120.00' },
      { account: 'grants-receivable', ...place, funderId: 'essex-pcc', credit: '120.00' },
    ]);
  });

  it('lowers the net amount and the last instalment, and leaves the gross amount', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { instalments });

    const entry = ledger.run(notifyTopSlice(grantId, topSliceBody()));

    const grant = asJson(ledger.get('grant', grantId));
    expect(grant).toMatchObject({ grossAmount: '1000.00', topSlicedAmount: '120.00', netAmount: '880.00' });
    expect(grant).toMatchObject({ instalments: [{ amount: '500.00' }, { amount: '380.00' }] });
    expect(asJson(ledger.get('topSlice', ofGrant(grantId, idOf(entry))))).toMatchObject({ amount: '120.00' });
  });

  it('counts no earlier than the grant', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { agreedOn: '2017-03-01' });

    const entry = ledger.run(notifyTopSlice(grantId, topSliceBody({ notifiedOn: '2017-03-10' })));

    expect(entry).toMatchObject({ effectiveOn: '2017-04-01', facts: { notifiedOn: '2017-03-10' } });
  });

  it('takes no more than what is outstanding', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '900' })));

    const over = ledger.refusal(notifyTopSlice(grantId, topSliceBody({ amount: '100.01' })));
    ledger.run(notifyTopSlice(grantId, topSliceBody({ amount: '100' })));

    expect(asJson(over)).toEqual({ code: 'top-slice-exceeds-outstanding', amount: '100.01', outstanding: '100.00' });
    expect(ledger.get('grant', grantId)).toMatchObject({ netAmount: { text: '900.00' }, laterTopSliceCount: 1 });
  });

  it('is a fact, also where the money is spent', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000' })));

    expect(ledger.run(notifyTopSlice(grantId, topSliceBody())).type).toBe('top-slice-notified');
  });

  it('of a grant that is not there or was reversed is refused', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    reverse(ledger, ledger.entries[2] ?? expect.unreachable());

    expect(ledger.refusal(notifyTopSlice(grantId, topSliceBody()))).toMatchObject({ code: 'already-reversed' });
    expect(ledger.refusal(notifyTopSlice(unknownId, topSliceBody()))).toMatchObject({ code: 'not-found' });
  });
});
