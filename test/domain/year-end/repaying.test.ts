import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordRepayment, recordRepaymentRefund } from '../../../domain/grant/record-repayment.ts';
import { approve, nameOfficers, openMeetingOf, pay, submit } from '../../award-builders.ts';
import { agree, expenditureBody, ledgerWith, repaymentBody, repaymentRefundBody, reverse } from '../../builders.ts';
import { carried, certify, close, reopen, returned } from '../../year-end-builders.ts';
import { maldon } from '../statement/maldon.ts';
import { plainStatement } from '../statement/statements.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

const [pilotYear, year, next] = ['2016-17', '2017-18', '2018-19'];
const pilotCarried = carried('7000.00', { fundId: 'tru-cam', approvalReference: 'CDSF letter of 12 March' });

/** The worked example, all awards paid, with £1,027.00 of core funding unspent. */
function unspentLedger(): { ledger: TestLedger; core: string } {
  const { ledger, core } = maldon();
  close(ledger, pilotYear, pilotCarried);
  nameOfficers(ledger);
  const meetingId = openMeetingOf(ledger);
  for (const amount of ['4000.00', '2500.00']) {
    const awardId = submit(ledger, meetingId, { amountRequested: amount });
    approve(ledger, awardId, meetingId, { amountApproved: amount });
    pay(ledger, awardId, { amount });
  }
  return { ledger, core };
}
const closeReturning = (ledger: TestLedger, core: string, amount: string) =>
  close(ledger, year, returned(core, amount), pilotCarried);
const spendForgotten = (ledger: TestLedger) =>
  ledger.run(recordExpenditure(expenditureBody({ amount: '45.50', spentOn: '2018-03-30' })));
const overpaid = (ledger: TestLedger, of = next): unknown[] =>
  plainStatement(ledger, of)
    .exceptions.filter(({ code }) => code === 'overpaid-to-funder')
    .map((exception) => ('amount' in exception ? exception.amount : undefined));
const repay = (core: string, amount: string, paidOn = '2018-05-15') =>
  recordRepayment(core, repaymentBody({ amount, paidOn }));
const receiveBack = (core: string, amount: string) =>
  recordRepaymentRefund(core, repaymentRefundBody({ amount, receivedOn: '2018-06-20' }));

describe('repaying what a closing returned, in the worked example', () => {
  it('takes it out of the bank in the year in which it is paid, and leaves nothing owed', () => {
    const { ledger, core } = unspentLedger();
    closeReturning(ledger, core, '1027.00');
    const closed = plainStatement(ledger, year).statementHash;

    ledger.run(repay(core, '1027.00'));

    const [before, after] = [plainStatement(ledger, year), plainStatement(ledger, next)];
    expect(before.totals).toMatchObject({ cash: '8027.00', repayable: '1027.00', closingBalance: '7000.00' });
    expect(after.totals).toMatchObject({ cash: '7000.00', repayable: '0.00', closingBalance: '7000.00' });
    expect(before.statementHash).toBe(closed);
  });

  it('is refused beyond what was returned, and before it was', () => {
    const { ledger, core } = unspentLedger();
    const refused = (amount: string, paidOn?: string) => asJson(ledger.refusal(repay(core, amount, paidOn)));

    expect(refused('0.01')).toEqual({ code: 'repayment-exceeds-owed', amount: '0.01', owed: '0.00' });
    closeReturning(ledger, core, '1027.00');
    expect(refused('1027.01')).toEqual({ code: 'repayment-exceeds-owed', amount: '1027.01', owed: '1027.00' });
    expect(refused('1027.00', '2018-03-31')).toEqual({ code: 'year-closed', financialYear: year });
    ledger.run(repay(core, '1000.00'));
    expect(refused('27.01')).toMatchObject({ owed: '27.00' });
  });

  it('beyond what a reopened year returns then is owed by the funder until it comes back', () => {
    const { ledger, core } = unspentLedger();
    closeReturning(ledger, core, '1027.00');
    certify(ledger, year);
    ledger.run(repay(core, '1027.00'));
    reopen(ledger, year);
    spendForgotten(ledger);

    closeReturning(ledger, core, '981.50');
    certify(ledger, year);

    expect(plainStatement(ledger, year).totals).toMatchObject({ expenditure: '11545.50', returned: '981.50' });
    expect(overpaid(ledger, year)).toEqual([]);
    expect(overpaid(ledger)).toEqual(['45.50']);
    expect(asJson(ledger.refusal(receiveBack(core, '45.51')))).toMatchObject({ owed: '45.50' });
    ledger.run(receiveBack(core, '40.00'));
    expect(overpaid(ledger)).toEqual(['5.50']);
    ledger.run(recordRepaymentRefund(core, repaymentRefundBody({ amount: '5.50', bankReference: 'BACK-2' })));
    expect(overpaid(ledger)).toEqual([]);
    expect(plainStatement(ledger, next).totals).toMatchObject({ repayable: '0.00', cash: '7000.00' });
  });

  it('is owed by the funder in whole while the year is open again', () => {
    const { ledger, core } = unspentLedger();
    closeReturning(ledger, core, '1027.00');
    ledger.run(repay(core, '1027.00'));

    reopen(ledger, year);

    expect(overpaid(ledger)).toEqual(['1027.00']);
    expect(ledger.refusal(repay(core, '0.01')).code).toBe('repayment-exceeds-owed');
    closeReturning(ledger, core, '1027.00');
    expect(overpaid(ledger)).toEqual([]);
  });

  it('goes on where a reopened year returns more', () => {
    const { ledger, core } = unspentLedger();
    const forgotten = spendForgotten(ledger);
    closeReturning(ledger, core, '981.50');
    ledger.run(repay(core, '981.50'));
    reopen(ledger, year);
    reverse(ledger, forgotten, '2018-03-31');

    closeReturning(ledger, core, '1027.00');

    expect(ledger.refusal(repay(core, '45.51')).code).toBe('repayment-exceeds-owed');
    ledger.run(repay(core, '45.50'));
    expect(plainStatement(ledger, next).totals.repayable).toBe('0.00');
  });

  it('and what came back of it, can be taken back like any entry, at a date of an open year', () => {
    const { ledger, core } = unspentLedger();
    closeReturning(ledger, core, '1027.00');
    const repayment = ledger.run(repay(core, '1027.00'));
    reopen(ledger, year);
    spendForgotten(ledger);
    closeReturning(ledger, core, '981.50');
    const refund = ledger.run(receiveBack(core, '45.50'));

    reverse(ledger, refund);
    expect(overpaid(ledger)).toEqual(['45.50']);
    reverse(ledger, repayment);

    expect(overpaid(ledger)).toEqual([]);
    expect(plainStatement(ledger, next).totals.repayable).toBe('981.50');
  });

  it('of one grant is not set off against what is still to be repaid of another', () => {
    const ledger = ledgerWith();
    const [first, second] = [agree(ledger), agree(ledger, { agreedOn: '2017-05-02' })];
    close(ledger, year, returned(first, '1000.00'), returned(second, '1000.00'));
    ledger.run(repay(first, '1000.00'));
    reopen(ledger, year);
    ledger.run(recordExpenditure(expenditureBody({ amount: '45.50', grantId: first })));

    close(ledger, year, returned(first, '954.50'), returned(second, '1000.00'));

    expect(plainStatement(ledger, next).totals.repayable).toBe('954.50');
    expect(overpaid(ledger)).toEqual(['45.50']);
  });
});
