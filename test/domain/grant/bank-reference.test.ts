import { describe, expect, it } from 'vitest';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { agree, ledgerWith, receiptBody, reversalBody, reverse } from '../../builders.ts';
import { asJson } from '../test-ledger.ts';

const setUp = () => {
  const ledger = ledgerWith();
  const [one, other] = [agree(ledger), agree(ledger, { reference: 'OTHER' })];
  const receive = (grantId: string, fields: Parameters<typeof receiptBody>[0]) =>
    recordReceipt(grantId, receiptBody(fields));
  return { ledger, one, other, receive };
};
const shared = { bankReference: 'EPCC-7', bankTotal: '300' };

describe('a bank reference', () => {
  it.each(['EPCC-1', 'epcc-1', '  EPCC-1 ', 'Epcc-1'])('is used once: %j after EPCC-1', (bankReference) => {
    const { ledger, one, other, receive } = setUp();
    ledger.run(receive(one, { bankReference: 'EPCC-1' }));

    const refusal = ledger.refusal(receive(other, { bankReference }));

    expect(refusal).toEqual({ code: 'duplicate-bank-reference', bankReference });
  });

  it('covers several receipts where each states the same total', () => {
    const { ledger, one, other, receive } = setUp();
    ledger.run(receive(one, { ...shared, amount: '100' }));

    ledger.run(receive(other, { ...shared, amount: '200', bankReference: 'epcc-7 ' }));

    expect(asJson(ledger.get('bankReference', 'EPCC-7'))).toEqual({ count: 2, used: '300.00', bankTotal: '300.00' });
  });

  it.each([
    ['states no total', { bankTotal: undefined, amount: '1' }],
    ['states another total', { bankTotal: '301', amount: '1' }],
    ['takes them over the total', { amount: '200.01' }],
  ])('does not cover a second receipt that %s', (_, fields) => {
    const { ledger, one, other, receive } = setUp();
    ledger.run(receive(one, { ...shared, amount: '100' }));
    const { bankTotal, ...rest } = { ...shared, ...fields };

    const refusal = ledger.refusal(receive(other, { ...rest, ...(bankTotal === undefined ? {} : { bankTotal }) }));

    expect(refusal).toMatchObject({ code: 'duplicate-bank-reference', bankReference: 'EPCC-7' });
  });

  it('that stated no total covers no second receipt that does', () => {
    const { ledger, one, other, receive } = setUp();
    ledger.run(receive(one, { bankReference: 'EPCC-7', amount: '100' }));

    expect(ledger.refusal(receive(other, shared))).toMatchObject({ code: 'duplicate-bank-reference' });
  });

  it('covers no receipt of more than its total', () => {
    const { ledger, one, receive } = setUp();

    expect(ledger.refusal(receive(one, { ...shared, amount: '300.01' }))).toMatchObject({
      code: 'duplicate-bank-reference',
    });
  });

  it('is free again after a reversal', () => {
    const { ledger, one, other, receive } = setUp();
    reverse(ledger, ledger.run(receive(one, { bankReference: 'EPCC-1' })));

    const entry = ledger.run(receive(other, { bankReference: 'EPCC-1', bankTotal: '100' }));

    expect(entry.type).toBe('receipt-recorded');
    expect(asJson(ledger.get('bankReference', 'EPCC-1'))).toEqual({ count: 1, used: '100.00', bankTotal: '100.00' });
  });

  it('that is free again is as though it had never covered anything', () => {
    const { ledger, one, receive } = setUp();

    reverse(ledger, ledger.run(receive(one, { ...shared, amount: '100' })));

    expect(asJson(ledger.get('bankReference', 'EPCC-7'))).toEqual({ count: 0, used: '0.00' });
  });

  it('has room again for what a reversal took out of it', () => {
    const { ledger, one, other, receive } = setUp();
    ledger.run(receive(one, { ...shared, amount: '100' }));
    const { sequence } = ledger.run(receive(other, { ...shared, amount: '200' }));
    ledger.run(reverseEntry(sequence, reversalBody()));

    expect(ledger.refusal(receive(other, { ...shared, amount: '200.01' }))).toMatchObject({ bankReference: 'EPCC-7' });
    expect(ledger.run(receive(other, { ...shared, amount: '200' })).type).toBe('receipt-recorded');
  });
});
