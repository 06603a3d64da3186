import { describe, expect, it } from 'vitest';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment, recordRepaymentRefund } from '../../../domain/grant/record-repayment.ts';
import { change } from '../../../domain/ledger/records.ts';
import { Money } from '../../../domain/money.ts';
import { agree, ledgerWith, receiptBody, repaymentBody, repaymentRefundBody, reverse } from '../../builders.ts';
import { asJson, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';

/** A grant of which closing 2017-18 returned some, as a balance says; closing itself is another command's. */
const setUp = (returned = '200.00') => {
  const ledger = ledgerWith();
  const grantId = agree(ledger);
  ledger.run(recordReceipt(grantId, receiptBody({ amount: '1000' })));
  const id = `${fundId}/2017-18/${grantId}`;
  const { amounts, ...balance } = ledger.get('balance', id);
  const closed = {
    'returned-to-funder': Money.parse(returned),
    'repayable-to-funder:essex-pcc': Money.parse(returned).negated(),
  };
  ledger.state.apply([change('balance', id, { ...balance, amounts: { ...amounts, ...closed } })]);
  const repay = (fields: Parameters<typeof repaymentBody>[0]) => recordRepayment(grantId, repaymentBody(fields));
  const refund = (fields: Parameters<typeof repaymentRefundBody>[0]) =>
    recordRepaymentRefund(grantId, repaymentRefundBody(fields));
  return { ledger, grantId, repay, refund, reopen: () => reopen(ledger, id) };
};

/** As though the year were reopened and closed again with nothing to return. */
function reopen({ state }: ReturnType<typeof ledgerWith>, id: string): void {
  const { amounts, ...balance } = state.get('balance', id) ?? expect.unreachable();
  const nothing = { 'returned-to-funder': Money.zero, 'repayable-to-funder:essex-pcc': Money.zero };
  state.apply([change('balance', id, { ...balance, amounts: { ...amounts, ...nothing } })]);
}

describe('repaying a funder', () => {
  it('pays what closing returned out of the bank', () => {
    const { ledger, grantId, repay } = setUp();

    const entry = ledger.run(repay({ amount: '200' }));

    expect(entry).toMatchObject({ type: 'repayment-recorded', effectiveOn: '2018-05-15' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'repayable-to-funder', fundId, grantId, funderId: 'essex-pcc', debit: '200.00' },
      { account: 'bank', fundId, grantId, credit: '200.00' },
    ]);
  });

  it('is within what is owed', () => {
    const { ledger, repay } = setUp();
    ledger.run(repay({ amount: '120' }));

    const refusal = ledger.refusal(repay({ amount: '80.01' }));

    expect(asJson(refusal)).toEqual({ code: 'repayment-exceeds-owed', amount: '80.01', owed: '80.00' });
  });

  it('comes after the closing that returned it', () => {
    const { ledger, repay } = setUp();

    expect(asJson(ledger.refusal(repay({ amount: '1', paidOn: '2017-03-31' })))).toMatchObject({ owed: '0.00' });
  });

  it('before another that was recorded first leaves enough for that one', () => {
    const { ledger, repay } = setUp();
    ledger.run(repay({ amount: '150', paidOn: '2018-05-15' }));

    expect(asJson(ledger.refusal(repay({ amount: '100', paidOn: '2018-03-31' })))).toMatchObject({ owed: '50.00' });
  });

  it('owes nothing where nothing was returned', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);

    const refusal = ledger.refusal(recordRepayment(grantId, repaymentBody()));

    expect(asJson(refusal)).toMatchObject({ code: 'repayment-exceeds-owed', owed: '0.00' });
  });

  it('can be taken back', () => {
    const { ledger, repay } = setUp();
    const entry = ledger.run(repay({ amount: '200' }));

    reverse(ledger, entry);

    expect(ledger.run(repay({ amount: '200' })).type).toBe('repayment-recorded');
  });

  it('of a grant that is not there is refused', () => {
    expect(ledgerWith().refusal(recordRepayment(unknownId, repaymentBody()))).toMatchObject({ code: 'not-found' });
  });
});

describe('getting money back from a funder', () => {
  it('is within what was repaid beyond what is returned', () => {
    const { ledger, grantId, repay, refund, reopen: reopenYear } = setUp();
    ledger.run(repay({ amount: '200' }));
    reopenYear();

    const over = ledger.refusal(refund({ amount: '200.01' }));
    const entry = ledger.run(refund({ amount: '200' }));

    expect(asJson(over)).toEqual({ code: 'repayment-exceeds-owed', amount: '200.01', owed: '200.00' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', fundId, grantId, debit: '200.00' },
      { account: 'repayable-to-funder', fundId, grantId, funderId: 'essex-pcc', credit: '200.00' },
    ]);
  });

  it('is refused where nothing was overpaid', () => {
    const { ledger, refund } = setUp();

    expect(asJson(ledger.refusal(refund({ amount: '1' })))).toMatchObject({ owed: '0.00' });
  });

  it('uses its bank reference up, until it is taken back', () => {
    const { ledger, repay, refund, reopen: reopenYear } = setUp();
    ledger.run(repay({ amount: '200' }));
    reopenYear();
    const entry = ledger.run(refund({ amount: '50', bankReference: 'epcc-9' }));

    const again = refund({ amount: '50', bankReference: 'EPCC-9' });
    const taken = ledger.refusal(again);
    const received = ledger.refusal(refund({ amount: '50', bankReference: 'EPCC-1' }));
    reverse(ledger, entry);

    expect([taken.code, received.code]).toEqual(['duplicate-bank-reference', 'duplicate-bank-reference']);
    expect(ledger.run(again).type).toBe('repayment-refunded');
  });
});
