import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment } from '../../../domain/grant/record-repayment.ts';
import { type ChecklistItem, closingChecklist } from '../../../domain/year-end/checklist.ts';
import {
  approve,
  chair,
  decisionBody,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  submit,
} from '../../award-builders.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  receiptBody,
  repaymentBody,
  restrictedFundBody,
} from '../../builders.ts';
import { carried, close, reopen, returned } from '../../year-end-builders.ts';
import { statementOf } from '../statement/statements.ts';
import { type TestLedger, today } from '../test-ledger.ts';

const year = '2017-18';
const items = (ledger: TestLedger, of = year): ChecklistItem[] =>
  closingChecklist(ledger.state, statementOf(ledger, of), today);
const codes = (ledger: TestLedger, severity: ChecklistItem['severity'], of = year): string[] =>
  items(ledger, of)
    .filter((item) => item.severity === severity)
    .map(({ code }) => code);
const receiveAll = (ledger: TestLedger, grantId: string, amount = '1000.00') =>
  ledger.run(recordReceipt(grantId, receiptBody({ amount, receivedOn: '2018-03-01' })));

describe('the checklist before closing a year', () => {
  it('is empty where nothing stands in the way and there is nothing to know', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    receiveAll(ledger, grantId);
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000.00' })));

    expect(items(ledger)).toEqual([]);
    expect(close(ledger, year).postings).toEqual([]);
  });

  it('blocks while the year runs', () => {
    expect(items(ledgerWith(), '2018-19')).toEqual([
      {
        code: 'year-not-ended',
        severity: 'blocker',
        detail: '2018/19 ends on 2019-03-31.',
        links: ['/v1/partnerships/maldon/years/2018-19/statement'],
      },
    ]);
  });

  it('blocks while a year before is open, of which it shows the list', () => {
    const ledger = ledgerWith();
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01' });

    expect(items(ledger)[0]).toEqual({
      code: 'previous-year-open',
      severity: 'blocker',
      detail: '2016/17 is open.',
      links: ['/v1/partnerships/maldon/years/2016-17/closing-checklist'],
    });
    close(ledger, '2016-17', carried('1000.00'));
    expect(codes(ledger, 'blocker')).toEqual(['balance-without-disposal']);
  });

  it('blocks for each fund with a balance, and says how much of it could go back', () => {
    const { ledger } = ledgerWithAward('400.00');

    const [blocker] = items(ledger);

    expect(blocker).toEqual({
      code: 'balance-without-disposal',
      severity: 'blocker',
      detail: '£1,000.00 in Partnership fund is to be carried forward or returned, of which £600.00 is uncommitted.',
      links: ['/v1/partnerships/maldon/funds/partnership-fund'],
    });
  });

  it('asks nothing of funds with nothing in them, or with less', () => {
    const ledger = ledgerWith(fundBody(), restrictedFundBody());
    const grantId = agree(ledger);
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000.00', grantId })));

    expect(codes(ledger, 'blocker')).toEqual([]);
  });

  it('blocks for nothing else: what was not received, not paid, not confirmed, and every exception, are warnings', () => {
    const ledger = ledgerWithMoney({}, { conditions: ['A plan by September.'], statedTotal: '999.00' });
    const [grantId = ''] = ledger.state.all('grant').keys();
    receiveAll(ledger, grantId, '400.00');
    const meetingId = openMeetingOf(ledger);
    const unpaid = submit(ledger, meetingId);
    approve(ledger, unpaid, meetingId);
    const unclear = submit(ledger, meetingId, { title: 'Youth club' });
    ledger.run(decideAward(unclear, decisionBody(meetingId)), chair);

    const warnings = items(ledger).filter(({ severity }) => severity === 'warning');

    expect(codes(ledger, 'blocker')).toEqual(['balance-without-disposal']);
    const at = (path: string): string[] => [`/v1/partnerships/maldon/${path}`];
    expect(warnings.map(({ code, links }) => ({ code, links }))).toEqual([
      { code: 'condition-unmet', links: at(`grants/${grantId}`) },
      { code: 'stated-total-differs', links: at(`grants/${grantId}`) },
      { code: 'grant-outstanding', links: at(`grants/${grantId}`) },
      { code: 'award-unpaid', links: at(`awards/${unpaid}`) },
      { code: 'amount-to-be-confirmed', links: at(`awards/${unclear}`) },
    ]);
    expect(warnings.map(({ detail }) => detail).slice(2)).toEqual([
      '£600.00 of “Core funding 2017/18” has not been received.',
      '£400.00 of “Just Play football initiative” is committed and unpaid.',
      'The amount of “Youth club” is to be confirmed.',
    ]);
    expect(close(ledger, year, carried('1000.00')).type).toBe('year-closed');
  });

  it('warns of what the funder owes after too much was repaid', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01' });
    receiveAll(ledger, grantId);
    close(ledger, '2016-17', returned(grantId, '1000.00'));
    ledger.run(recordRepayment(grantId, repaymentBody({ amount: '1000.00', paidOn: '2017-05-02' })));
    reopen(ledger, '2016-17');

    expect(items(ledger).map(({ code, links }) => [code, links])).toContainEqual([
      'overpaid-to-funder',
      ['/v1/partnerships/maldon/funds/partnership-fund'],
    ]);
  });

  it('of a closed year says that it is closed, and blocks nothing', () => {
    const ledger = ledgerWith();
    close(ledger, year);

    expect(items(ledger)).toEqual([
      {
        code: 'year-closed',
        severity: 'warning',
        detail: '2017/18 is closed already.',
        links: ['/v1/partnerships/maldon/years/2017-18/statement'],
      },
    ]);
  });
});
