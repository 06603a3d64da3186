import { describe, expect, it } from 'vitest';
import { ReceiptBody } from '../../../domain/grant/receipt.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { ofGrant } from '../../../domain/ledger/records.ts';
import { agree, ledgerWith, receiptBody, reverse } from '../../builders.ts';
import { asJson, idOf, today, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';

describe('recording a receipt', () => {
  it('moves what was receivable into the bank', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);

    const entry = ledger.run(recordReceipt(grantId, receiptBody({ amount: '400' })));

    expect(entry).toMatchObject({ type: 'receipt-recorded', effectiveOn: '2017-05-02' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', fundId, grantId, debit: '400.00' },
      { account: 'grants-receivable', fundId, grantId, funderId: 'essex-pcc', credit: '400.00' },
    ]);
    expect(asJson(ledger.get('receipt', ofGrant(grantId, idOf(entry))))).toMatchObject({
      amount: '400.00',
      bankReference: 'EPCC-1',
      sequence: entry.sequence,
      entryId: entry.id,
    });
    expect(ledger.get('grant', grantId).receivedAmount.text).toBe('400.00');
  });

  it('cannot take what was received over the net amount', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { grossAmount: '14235', topSlices: [{ purpose: 'dhr', amount: '1708' }] });
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '6263.50', bankReference: 'EPCC-2' })));

    const over = ledger.refusal(recordReceipt(grantId, receiptBody({ amount: '6263.51', bankReference: 'EPCC-3' })));
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '6263.50', bankReference: 'EPCC-3' })));

    expect(asJson(over)).toEqual({
      code: 'receipt-exceeds-outstanding',
      amount: '6263.51',
      outstanding: '6263.50',
    });
    expect(ledger.get('grant', grantId).receivedAmount.text).toBe('12527.00');
  });

  it('on the day on which the grant counts is no receipt in advance', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);

    const entry = ledger.run(recordReceipt(grantId, receiptBody({ receivedOn: '2017-04-03' })));

    expect(entry.postings.map(({ account }) => account)).toEqual(['bank', 'grants-receivable']);
  });

  it('before it is one: in the bank, and in no balance until then', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { agreedOn: '2017-03-20' });

    const entry = ledger.run(recordReceipt(grantId, receiptBody({ receivedOn: '2017-03-31' })));

    const place = { fundId, grantId };
    expect(entry).toMatchObject({ effectiveOn: '2017-03-31', financialYear: '2016-17' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', ...place, debit: '100.00' },
      { account: 'received-in-advance', ...place, credit: '100.00' },
      { account: 'received-in-advance', ...place, on: '2017-04-01', debit: '100.00' },
      { account: 'grants-receivable', ...place, funderId: 'essex-pcc', on: '2017-04-01', credit: '100.00' },
    ]);
  });

  it('in advance is taken back in advance', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { agreedOn: '2017-03-20' });
    const entry = ledger.run(recordReceipt(grantId, receiptBody({ receivedOn: '2017-03-24' })));

    const reversal = reverse(ledger, entry, '2017-03-27');

    expect(reversal.postings.map(({ account, on }) => [account, on])).toEqual([
      ['bank', undefined],
      ['received-in-advance', undefined],
      ['received-in-advance', '2017-04-01'],
      ['grants-receivable', '2017-04-01'],
    ]);
  });

  it('finds no grant that is not there', () => {
    const refusal = ledgerWith().refusal(recordReceipt(unknownId, receiptBody()));

    expect(refusal).toEqual({ code: 'not-found', subject: 'grant', id: unknownId });
  });

  it('finds no grant that was reversed', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    reverse(ledger, ledger.entries[2] ?? expect.unreachable());

    expect(ledger.refusal(recordReceipt(grantId, receiptBody()))).toMatchObject({ code: 'already-reversed' });
  });

  it.each([
    ['nothing', { amount: '0.00' }],
    ['cash to come', { receivedOn: '2018-07-01' }],
    ['a total that is none', { bankTotal: 'all' }],
    ['no reference', { bankReference: ' ' }],
  ])('does not read %s', (_, fields) => {
    expect(ReceiptBody({ today }).safeParse({ ...asJson<object>(receiptBody()), ...fields }).success).toBe(false);
  });
});
