import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { approve, ledgerWithAward, nameOfficers, openMeetingOf, submit } from '../../award-builders.ts';
import { agree, expenditureBody, ledgerWith, receiptBody, reverse, variationBody } from '../../builders.ts';
import { carried, close, closing, returned } from '../../year-end-builders.ts';
import { plainStatement } from '../statement/statements.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

const year = '2017-18';
const refusalOf = (ledger: TestLedger, ...given: Parameters<typeof closing>) =>
  asJson<{ code: string }>(ledger.refusal(closing(...given)));
const spend = (ledger: TestLedger, amount: string, more: Parameters<typeof expenditureBody>[0] = {}) =>
  ledger.run(recordExpenditure(expenditureBody({ amount, ...more })));

/** Two grants of £1,000.00 in one fund; the first is the older one. */
function twoGrants(): { ledger: TestLedger; first: string; second: string } {
  const ledger = ledgerWith();
  const first = agree(ledger, { title: 'First' });
  const second = agree(ledger, { title: 'Second', agreedOn: '2017-05-02' });
  return { ledger, first, second };
}

/** An award of some of the first grant's money, or of the fund's, approved at an open meeting. */
function award(ledger: TestLedger, amount: string, grantId?: string): string {
  nameOfficers(ledger);
  const meetingId = openMeetingOf(ledger);
  const named = grantId === undefined ? {} : { grantId };
  const awardId = submit(ledger, meetingId, { amountRequested: amount, ...named });
  approve(ledger, awardId, meetingId, { amountApproved: amount });
  return awardId;
}

describe('what goes back of a grant', () => {
  it('is at most what is unspent of it, whatever the fund has', () => {
    const { ledger, first, second } = twoGrants();
    spend(ledger, '300.00', { grantId: first });

    expect(refusalOf(ledger, year, returned(first, '700.01'), carried('999.99'))).toEqual({
      code: 'return-exceeds-unspent',
      grant: 'First',
      returned: '700.01',
      unspent: '700.00',
    });
    expect(close(ledger, year, returned(first, '700.00'), returned(second, '1000.00')).postings).toHaveLength(4);
  });

  it('is counted together where it goes back in parts', () => {
    const { ledger, first } = twoGrants();
    spend(ledger, '300.00', { grantId: first });

    const parts = [returned(first, '400.00'), returned(first, '300.01'), carried('999.99')];

    expect(refusalOf(ledger, year, ...parts)).toMatchObject({ code: 'return-exceeds-unspent', returned: '700.01' });
  });

  it('is less by what was spent without naming a grant, oldest first', () => {
    const { ledger, first, second } = twoGrants();
    spend(ledger, '1200.00');

    expect(refusalOf(ledger, year, returned(first, '0.01'), carried('799.99'))).toMatchObject({ unspent: '0.00' });
    expect(refusalOf(ledger, year, returned(second, '800.01'))).toMatchObject({ code: 'disposals-do-not-sum' });
    expect(close(ledger, year, returned(second, '800.00')).postings).toHaveLength(2);
  });

  it('is nothing of a grant that only counts in a later year', () => {
    const { ledger } = twoGrants();
    const later = agree(ledger, { financialYear: '2018-19', agreedOn: '2018-05-02' });
    ledger.run(recordReceipt(later, receiptBody({ receivedOn: '2018-03-20' })));

    const refusal = refusalOf(ledger, year, returned(later, '500.00'), carried('1500.00'));

    expect(refusal).toMatchObject({ code: 'return-exceeds-unspent', unspent: '0.00' });
  });

  it('is nothing of a grant that was reversed', () => {
    const { ledger } = twoGrants();
    const gone = agree(ledger, { title: 'Gone' });
    reverse(ledger, ledger.entries.at(-1) ?? expect.unreachable(), '2017-12-01');

    const refusal = refusalOf(ledger, year, returned(gone, '1.00'), carried('1999.00'));

    expect(refusal).toMatchObject({ code: 'return-exceeds-unspent', grant: 'Gone', unspent: '0.00' });
  });

  it('leaves what is committed in the fund', () => {
    const { ledger } = ledgerWithAward('400.00');
    const [grantId = ''] = ledger.state.all('grant').keys();

    expect(refusalOf(ledger, year, returned(grantId, '600.01'), carried('399.99'))).toEqual({
      code: 'return-exceeds-uncommitted',
      fund: 'Partnership fund',
      returned: '600.01',
      available: '600.00',
    });
    close(ledger, year, returned(grantId, '600.00'), carried('400.00'));
    expect(plainStatement(ledger, year).totals).toMatchObject({ closingBalance: '400.00', uncommitted: '0.00' });
  });

  it('leaves what is committed of the grant itself, though the fund has more', () => {
    const { ledger, first } = twoGrants();
    award(ledger, '300.00', first);

    expect(refusalOf(ledger, year, returned(first, '700.01'), carried('1299.99'))).toEqual({
      code: 'return-exceeds-uncommitted',
      fund: 'the grant “First”',
      returned: '700.01',
      available: '700.00',
    });
    expect(close(ledger, year, returned(first, '700.00'), carried('1300.00')).postings).toHaveLength(2);
  });

  it('may be all of a grant where the commitments name none, and another grant covers them', () => {
    const { ledger, first } = twoGrants();
    award(ledger, '300.00');

    close(ledger, year, returned(first, '1000.00'), carried('1000.00'));

    expect(plainStatement(ledger, year).totals.uncommitted).toBe('700.00');
  });

  it('leaves what the next year has spent already, of the fund and of the grant', () => {
    const { ledger, first, second } = twoGrants();
    spend(ledger, '600.00', { spentOn: '2018-05-01', grantId: first });
    spend(ledger, '700.00', { spentOn: '2018-05-02' });

    expect(refusalOf(ledger, year, returned(second, '700.01'), carried('1299.99'))).toMatchObject({
      code: 'return-exceeds-uncommitted',
      fund: 'Partnership fund',
      available: '700.00',
    });
    expect(refusalOf(ledger, year, returned(first, '400.01'), carried('1599.99'))).toMatchObject({
      code: 'return-exceeds-uncommitted',
      fund: 'the grant “First”',
      available: '400.00',
    });
    expect(
      close(ledger, year, returned(second, '300.00'), returned(first, '400.00'), carried('1300.00')),
    ).toBeDefined();
  });

  it('leaves what the funder cut in the next year', () => {
    const { ledger, first } = twoGrants();
    ledger.run(varyGrant(first, variationBody({ grossAmount: '800.00', effectiveOn: '2018-05-01' })));

    const refusal = refusalOf(ledger, year, returned(first, '800.01'), carried('1199.99'));

    expect(refusal).toMatchObject({ code: 'return-exceeds-uncommitted', available: '800.00' });
    expect(close(ledger, year, returned(first, '800.00'), carried('1200.00')).postings).toHaveLength(2);
  });

  it('may be of several grants of several funders, each of whom is owed', () => {
    const ledger = ledgerWith();
    const first = agree(ledger);
    const second = agree(ledger, { funder: { id: 'essex-county', name: 'Essex County Council' } });

    close(ledger, year, returned(first, '900.00'), returned(second, '800.00'), carried('300.00'));

    const { grants, totals } = plainStatement(ledger, year);
    expect(grants.map((line) => [line.funder?.id, line.returned, line.closingUnspent])).toEqual([
      ['essex-pcc', '900.00', '100.00'],
      ['essex-county', '800.00', '200.00'],
    ]);
    expect(totals).toMatchObject({ returned: '1700.00', repayable: '1700.00', closingBalance: '300.00' });
  });
});
