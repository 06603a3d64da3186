import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment, recordRepaymentRefund } from '../../../domain/grant/record-repayment.ts';
import { reopenYear } from '../../../domain/year-end/certify-year.ts';
import { closeYear } from '../../../domain/year-end/close-year.ts';
import { ClosingBody } from '../../../domain/year-end/disposal.ts';
import { agree, expenditureBody, ledgerWith, receiptBody, repaymentBody, repaymentRefundBody } from '../../builders.ts';
import { statementOf } from '../statement/statements.ts';
import type { TestLedger } from '../test-ledger.ts';

const closing = (...disposals: object[]) => ClosingBody.parse({ disposals });
const carried = (amount: string, more: object = {}) => ({
  fundId: 'partnership-fund',
  treatment: 'carry-forward',
  amount,
  ...more,
});
const returned = (grantId: string, amount: string) => ({
  fundId: 'partnership-fund',
  treatment: 'return',
  grantId,
  amount,
});

/** A grant of £1,000.00 that wants its underspend back, of which £400.00 is spent. */
function spentLedger(): { ledger: TestLedger; grantId: string } {
  const ledger = ledgerWith();
  const grantId = agree(ledger, { underspend: 'return' });
  ledger.run(recordExpenditure(expenditureBody({ amount: '400.00', spentOn: '2018-03-01' })));
  return { ledger, grantId };
}

describe('closing a year', () => {
  it('returns what the agreement wants back, which lowers the closing balance and is repayable', () => {
    const { ledger, grantId } = spentLedger();

    ledger.run(closeYear('2017-18', closing(returned(grantId, '600.00'))));

    const statement = JSON.parse(JSON.stringify(statementOf(ledger, '2017-18')));
    expect(statement).toMatchObject({
      status: 'closed',
      version: null,
      totals: { returned: '600.00', closingBalance: '0.00', repayable: '600.00' },
      funds: [{ disposals: [{ treatment: 'return', amount: '600.00', grantId }] }],
    });
    expect(statement.grants[0]).toMatchObject({ returned: '600.00', closingUnspent: '0.00' });
  });

  it('takes no entry to the year any more, and is opened again as it was', () => {
    const { ledger, grantId } = spentLedger();
    const before = statementOf(ledger, '2017-18').statementHash;
    ledger.run(closeYear('2017-18', closing(returned(grantId, '600.00'))));

    const refused = ledger.refusal(recordReceipt(grantId, receiptBody()));
    ledger.run(reopenYear('2017-18', { reason: 'A forgotten invoice.' }));

    expect(refused).toEqual({ code: 'year-closed', financialYear: '2017-18' });
    expect(statementOf(ledger, '2017-18').statementHash).toBe(before);
  });

  it('again returns less where more was spent, and what was repaid beyond that is owed by the funder', () => {
    const { ledger, grantId } = spentLedger();
    ledger.run(closeYear('2017-18', closing(returned(grantId, '600.00'))));
    ledger.run(recordRepayment(grantId, repaymentBody({ amount: '600.00', paidOn: '2018-05-15' })));
    ledger.run(reopenYear('2017-18', { reason: 'A forgotten invoice.' }));
    ledger.run(recordExpenditure(expenditureBody({ amount: '45.50', spentOn: '2018-03-02' })));

    ledger.run(closeYear('2017-18', closing(returned(grantId, '554.50'))));

    expect(statementOf(ledger, '2018-19').exceptions).toMatchObject([
      { code: 'overpaid-to-funder', amount: { text: '45.50' } },
    ]);
    ledger.run(recordRepaymentRefund(grantId, repaymentRefundBody({ amount: '45.50' })));
    expect(statementOf(ledger, '2018-19').exceptions).toEqual([]);
  });

  it.each([
    ['disposals-do-not-sum', (id: string) => closing(returned(id, '599.99'))],
    ['approval-reference-required', () => closing(carried('600.00'))],
    ['return-exceeds-unspent', (id: string) => closing(returned(id, '600.01'), carried('0.01'))],
  ])('is refused: %s', (code, body) => {
    const { ledger, grantId } = spentLedger();
    if (code === 'return-exceeds-unspent') agree(ledger, { grossAmount: '0.02' });

    expect(ledger.refusal(closeYear('2017-18', body(grantId))).code).toBe(code);
  });

  it('carries forward what the funder approved', () => {
    const { ledger } = spentLedger();

    ledger.run(closeYear('2017-18', closing(carried('600.00', { approvalReference: 'PFCC-17' }))));

    expect(statementOf(ledger, '2018-19').totals.openingBalance.text).toBe('600.00');
  });

  it('comes after the year has ended, and after the years before it', () => {
    const { ledger, grantId } = spentLedger();

    expect(ledger.refusal(closeYear('2018-19', closing())).code).toBe('year-not-ended');
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01', grossAmount: '10.00' });
    expect(ledger.refusal(closeYear('2017-18', closing(returned(grantId, '600.00'))))).toMatchObject({
      code: 'previous-year-open',
      open: '2016-17',
    });
  });
});
