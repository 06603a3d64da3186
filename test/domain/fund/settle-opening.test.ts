import { describe, expect, it } from 'vitest';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { OpeningReceiptBody, OpeningRepaymentBody } from '../../../domain/fund/opening-settlement.ts';
import { recordOpeningReceipt, recordOpeningRepayment } from '../../../domain/fund/settle-opening.ts';
import { essexPcc, ledgerWith, openingBalanceBody, reverse } from '../../builders.ts';
import { plainStatement } from '../statement/statements.ts';
import { asJson, type TestLedger, today } from '../test-ledger.ts';

const fundId = 'partnership-fund';
const receipt = (fields: object = {}) =>
  OpeningReceiptBody({ today }).parse({
    funder: 'essex-pcc',
    amount: '300',
    receivedOn: '2016-05-03',
    bankReference: 'OLD-1',
    ...fields,
  });
const repayment = (fields: object = {}) =>
  OpeningRepaymentBody({ today }).parse({
    funder: 'essex-pcc',
    amount: '120',
    paidOn: '2016-06-01',
    paymentReference: 'P-1',
    ...fields,
  });

/** 2500 in the bank, 800 owed to the fund, 200 owed back. */
function joined(): TestLedger {
  const ledger = ledgerWith();
  const owed = (amount: string) => [{ funder: essexPcc, amount }];
  ledger.run(recordOpeningBalance(fundId, openingBalanceBody({ receivables: owed('800'), repayables: owed('200') })));
  return ledger;
}

describe('settling what was owed when a partnership joined', () => {
  it('moves cash in against what the funder owed', () => {
    const entry = joined().run(recordOpeningReceipt(fundId, receipt()));

    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', fundId, funderId: 'essex-pcc', debit: '300.00' },
      { account: 'grants-receivable', fundId, funderId: 'essex-pcc', credit: '300.00' },
    ]);
  });

  it('moves cash out against what was owed back', () => {
    const entry = joined().run(recordOpeningRepayment(fundId, repayment()));

    expect(asJson(entry.postings)).toEqual([
      { account: 'repayable-to-funder', fundId, funderId: 'essex-pcc', debit: '120.00' },
      { account: 'bank', fundId, credit: '120.00' },
    ]);
  });

  it('leaves the balance, and shows where it lies now and what came in', () => {
    const ledger = joined();
    ledger.run(recordOpeningReceipt(fundId, receipt()));
    ledger.run(recordOpeningRepayment(fundId, repayment()));

    const { funds, grants, totals } = plainStatement(ledger, '2016-17');

    expect(funds).toMatchObject([
      {
        openingBalance: '3100.00',
        closingBalance: '3100.00',
        cash: '2680.00',
        receivable: '500.00',
        repayable: '80.00',
      },
    ]);
    expect(grants).toMatchObject([
      { kind: 'opening-balance', receivedInYear: '300.00', receivedToDate: '300.00', outstandingAmount: '500.00' },
    ]);
    expect(totals.received).toBe('300.00');
  });

  it('takes no more than was owed, in any later year', () => {
    const ledger = joined();
    ledger.run(recordOpeningReceipt(fundId, receipt({ amount: '700', receivedOn: '2018-05-01' })));

    const early = ledger.refusal(recordOpeningReceipt(fundId, receipt({ amount: '100.01', bankReference: 'OLD-2' })));
    const unknown = ledger.refusal(
      recordOpeningReceipt(fundId, receipt({ funder: 'home-office', bankReference: 'H' })),
    );
    const back = ledger.refusal(recordOpeningRepayment(fundId, repayment({ amount: '200.01' })));

    expect(asJson(early)).toEqual({ code: 'receipt-exceeds-outstanding', amount: '100.01', outstanding: '100.00' });
    expect(asJson(unknown)).toMatchObject({ code: 'receipt-exceeds-outstanding', outstanding: '0.00' });
    expect(asJson(back)).toEqual({ code: 'repayment-exceeds-owed', amount: '200.01', owed: '200.00' });
  });

  it('takes a bank reference once, and frees it when reversed', () => {
    const ledger = joined();
    const first = ledger.run(recordOpeningReceipt(fundId, receipt()));

    const again = ledger.refusal(recordOpeningReceipt(fundId, receipt()));
    reverse(ledger, first);
    const afresh = ledger.run(recordOpeningReceipt(fundId, receipt()));

    expect(again.code).toBe('duplicate-bank-reference');
    expect(afresh.type).toBe('opening-receipt-recorded');
  });

  it('keeps an opening balance that was settled in part from being reversed before the settlement', () => {
    const ledger = joined();
    const opening = ledger.entries.at(-1);
    const paid = ledger.run(recordOpeningRepayment(fundId, repayment()));
    const reversing = () => reverse(ledger, opening as never, '2016-04-01');

    expect(reversing).toThrow('not-reversible');
    reverse(ledger, paid);
    expect(reversing().type).toBe('entry-reversed');
  });

  it('is refused for a fund that is not there', () => {
    expect(ledgerWith().refusal(recordOpeningReceipt('nowhere', receipt())).code).toBe('not-found');
  });
});
