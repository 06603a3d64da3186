import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { closeYear } from '../../../domain/year-end/close-year.ts';
import { ledgerWithAward, pay, refund } from '../../award-builders.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  restrictedFundBody,
  reverse,
  variationBody,
} from '../../builders.ts';
import { carried, close, closing, closingBody, reopen, returned } from '../../year-end-builders.ts';
import { plain, plainStatement } from '../statement/statements.ts';
import { asJson, type TestLedger, unknownId } from '../test-ledger.ts';
import { spentLedger } from './situations.ts';

const year = '2017-18';
const place = { fundId: 'partnership-fund' };
const refusalOf = (ledger: TestLedger, ...given: Parameters<typeof closing>) =>
  asJson<{ code: string }>(ledger.refusal(closing(...given)));

describe('closing a year', () => {
  it('posts what goes back on 31 March, from what the grant got to what is repayable', () => {
    const { ledger, grantId } = spentLedger();

    const entry = close(ledger, year, returned(grantId, '600.00'));

    expect(entry).toMatchObject({ type: 'year-closed', effectiveOn: '2018-03-31', financialYear: year });
    expect(asJson(entry.postings)).toEqual([
      { account: 'returned-to-funder', ...place, grantId, debit: '600.00' },
      { account: 'repayable-to-funder', ...place, grantId, funderId: 'essex-pcc', credit: '600.00' },
    ]);
  });

  it('posts nothing where all is carried forward', () => {
    const { ledger } = spentLedger('carry-forward');

    const entry = close(ledger, year, carried('600.00', { approvalReference: 'PFCC-17' }));

    expect(entry.postings).toEqual([]);
  });

  it('lowers the closing balance by what goes back, and says what became of the balance', () => {
    const { ledger, grantId } = spentLedger();

    close(ledger, year, returned(grantId, '600.00'));

    expect(plainStatement(ledger, year)).toMatchObject({
      totals: { returned: '600.00', closingBalance: '0.00', repayable: '600.00' },
      funds: [{ returned: '600.00', disposals: [{ treatment: 'return', amount: '600.00', grantId }] }],
      grants: [{ grantId, returned: '600.00', closingUnspent: '0.00' }],
    });
  });

  it('disturbs no activity of the year', () => {
    const { ledger, grantId } = spentLedger();
    ledger.run(recordReceipt(grantId, receiptBody()));
    const before = plainStatement(ledger, year);

    close(ledger, year, returned(grantId, '600.00'));

    const after = plainStatement(ledger, year);
    const ofYear = ['openingBalance', 'grossIncome', 'topSliced', 'netIncome', 'received', 'expenditure'] as const;
    const standing = [...ofYear, 'committed', 'cash', 'receivable', 'receivedInAdvance'] as const;
    for (const figure of standing) expect(after.totals[figure]).toBe(before.totals[figure]);
    expect(after.expenditure).toEqual(before.expenditure);
    expect(after.awards).toEqual(before.awards);
  });

  it('opens the next year with what it left', () => {
    const { ledger, grantId } = spentLedger();

    close(ledger, year, returned(grantId, '250.00'), carried('350.00', { approvalReference: 'PFCC-17' }));

    expect(plainStatement(ledger, '2018-19').totals).toMatchObject({ openingBalance: '350.00', repayable: '250.00' });
  });

  it('asks of each fund what becomes of its balance', () => {
    const ledger = ledgerWith(fundBody(), restrictedFundBody());
    agree(ledger);
    agree(ledger, { fundId: 'tru-cam', grossAmount: '7000.00' });
    const general = carried('1000.00');
    const pilot = carried('7000.00', { fundId: 'tru-cam' });

    expect(refusalOf(ledger, year, general)).toEqual({
      code: 'disposals-do-not-sum',
      fund: 'Tru-Cam pilot',
      sum: '0.00',
      balance: '7000.00',
    });
    expect(refusalOf(ledger, year, pilot, carried('999.99'))).toMatchObject({
      fund: 'Partnership fund',
      sum: '999.99',
      balance: '1000.00',
    });
    expect(close(ledger, year, pilot, carried('400.00'), carried('600.00')).type).toBe('year-closed');
  });

  it.each(['0.01', '599.99', '600.01'])('is refused where £%s is disposed of out of £600.00', (amount) => {
    const { ledger } = spentLedger();

    const refusal = refusalOf(ledger, year, carried(amount, { approvalReference: 'PFCC-17' }));

    expect(refusal).toEqual({
      code: 'disposals-do-not-sum',
      fund: 'Partnership fund',
      sum: amount,
      balance: '600.00',
    });
  });

  it('asks nothing of a fund with nothing in it', () => {
    const { ledger, grantId } = spentLedger();
    ledger.run(recordExpenditure(expenditureBody({ amount: '600.00', spentOn: '2018-03-02' })));

    expect(refusalOf(ledger, year, returned(grantId, '0.01')).code).toBe('disposals-do-not-sum');
    expect(close(ledger, year).postings).toEqual([]);
  });

  it('asks nothing of a fund that is overspent, whatever one of its grants has left', () => {
    const ledger = ledgerWith();
    const cut = agree(ledger, { title: 'Cut' });
    agree(ledger, { title: 'Left', grossAmount: '100.00', underspend: 'carry-forward', agreedOn: '2017-05-03' });
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000.00', grantId: cut })));
    ledger.run(varyGrant(cut, variationBody({ grossAmount: '500.00' })));

    expect(plainStatement(ledger, year).totals.closingBalance).toBe('-400.00');
    expect(refusalOf(ledger, year, carried('100.00', { approvalReference: 'PFCC-17' }))).toMatchObject({
      balance: '0.00',
    });
    expect(close(ledger, year).postings).toEqual([]);
  });

  it('closes a fund with less free than nothing, out of which nothing goes back', () => {
    const { ledger } = ledgerWithAward('400.00');
    const [grantId = ''] = ledger.state.all('grant').keys();
    ledger.run(varyGrant(grantId, variationBody({ grossAmount: '300.00', effectiveOn: '2017-11-02' })));

    expect(plainStatement(ledger, year).totals.uncommitted).toBe('-100.00');
    expect(refusalOf(ledger, year, returned(grantId, '0.01'), carried('299.99'))).toMatchObject({
      code: 'return-exceeds-uncommitted',
      available: '-100.00',
    });
    expect(close(ledger, year, carried('300.00')).postings).toEqual([]);
  });

  it('disposes of what the fund brought with it on joining too, which is nobody’s to have back', () => {
    const ledger = ledgerWith();
    ledger.run(recordOpeningBalance('partnership-fund', openingBalanceBody({ effectiveOn: '2017-04-01' })));
    const grantId = agree(ledger, { grossAmount: '100.00', underspend: 'return' });

    const refusal = refusalOf(ledger, year, returned(grantId, '100.01'), carried('2499.99'));

    expect(refusal).toMatchObject({ code: 'return-exceeds-unspent', returned: '100.01', unspent: '100.00' });
    expect(close(ledger, year, returned(grantId, '100.00'), carried('2500.00')).postings).toHaveLength(2);
  });

  it('counts what came back of an award, and what was taken back, at its own date', () => {
    const { ledger, awardId } = ledgerWithAward('400.00');
    const payment = pay(ledger, awardId, { amount: '300.00', paidOn: '2018-02-01' });
    refund(ledger, awardId, { amount: '30.00', receivedOn: '2018-05-01' });
    pay(ledger, awardId, { amount: '50.00', paidOn: '2018-02-02' });

    expect(refusalOf(ledger, year, carried('680.00'))).toMatchObject({ balance: '650.00' });
    expect(close(ledger, year, carried('650.00')).sequence).toBeGreaterThan(payment.sequence);
  });

  it('takes nothing twice that earlier closings sent back', () => {
    const ledger = ledgerWith();
    const old = agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-03', underspend: 'return' });
    close(ledger, '2016-17', returned(old, '700.00'), carried('300.00', { approvalReference: 'PFCC-16' }));

    expect(refusalOf(ledger, year, returned(old, '1000.00'))).toMatchObject({ balance: '300.00' });
    expect(close(ledger, year, returned(old, '300.00')).postings).toHaveLength(2);
  });

  it('knows only funds, and grants of them', () => {
    const ledger = ledgerWith(fundBody(), restrictedFundBody());
    const grantId = agree(ledger);
    const refusedFor = (...disposals: Parameters<typeof closing>[1][]) => refusalOf(ledger, year, ...disposals).code;

    expect(refusedFor(carried('1000.00', { fundId: 'nowhere' }))).toBe('not-found');
    expect(refusedFor(returned(unknownId, '1000.00'))).toBe('not-found');
    expect(refusedFor(returned(grantId, '1000.00', { fundId: 'tru-cam' }))).toBe('not-found');
    expect(refusedFor(carried('1000.00', { grantId: unknownId }))).toBe('not-found');
  });

  it('is noted in its year’s statement', () => {
    const ledger = ledgerWith();

    const { sequence } = ledger.run(closeYear(year, closingBody({ note: 'Agreed with the funder by telephone.' })));

    expect(plainStatement(ledger, year).notes).toEqual([
      { note: 'Agreed with the funder by telephone.', entries: [sequence] },
    ]);
  });
});

describe('the order in which years are closed', () => {
  it('is refused while the year runs: 31 March is its last day', () => {
    expect(refusalOf(ledgerWith(), '2018-19')).toEqual({
      code: 'year-not-ended',
      financialYear: '2018-19',
      endsOn: '2019-03-31',
    });
  });

  it('is refused while a year before with entries is open', () => {
    const { ledger, grantId } = spentLedger();
    agree(ledger, { financialYear: '2015-16', agreedOn: '2015-05-01', grossAmount: '10.00' });

    expect(refusalOf(ledger, year, returned(grantId, '600.00'), carried('10.00'))).toEqual({
      code: 'previous-year-open',
      financialYear: year,
      open: '2015-16',
    });
    close(ledger, '2015-16', carried('10.00'));
    expect(refusalOf(ledger, year, returned(grantId, '600.00'), carried('10.00'))).toMatchObject({ open: '2016-17' });
    close(ledger, '2016-17', carried('10.00'));
    // What was spent without naming a grant was the oldest money first.
    expect(close(ledger, year, returned(grantId, '610.00')).type).toBe('year-closed');
  });

  it('counts no year before the first entry', () => {
    const { ledger, grantId } = spentLedger();

    expect(close(ledger, year, returned(grantId, '600.00')).type).toBe('year-closed');
  });

  it('counts a year of which all was taken back', () => {
    const { ledger, grantId } = spentLedger();
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01' });
    reverse(ledger, ledger.entries.at(-1) ?? expect.unreachable(), '2016-06-01');

    expect(refusalOf(ledger, year, returned(grantId, '600.00'))).toMatchObject({ open: '2016-17' });
  });

  it('is refused twice', () => {
    const { ledger, grantId } = spentLedger();
    close(ledger, year, returned(grantId, '600.00'));

    expect(refusalOf(ledger, year)).toEqual({ code: 'year-closed', financialYear: year });
  });

  it('goes on after a year was opened again', () => {
    const { ledger, grantId } = spentLedger();
    close(ledger, year, returned(grantId, '600.00'));
    reopen(ledger, year);

    close(ledger, year, returned(grantId, '600.00'));

    expect(plain(plainStatement(ledger, year).totals)).toMatchObject({ returned: '600.00', repayable: '600.00' });
    expect(ledger.state.partnership().closedYears).toEqual([year]);
  });
});
