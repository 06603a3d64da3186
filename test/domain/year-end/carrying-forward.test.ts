import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import { approve, ledgerWithMoney, openMeetingOf, submit } from '../../award-builders.ts';
import { agree, expenditureBody, ledgerWith, openingBalanceBody, variationBody } from '../../builders.ts';
import { carried, close, closing, returned } from '../../year-end-builders.ts';
import { plainStatement } from '../statement/statements.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

const year = '2017-18';
const refusalOf = (ledger: TestLedger, ...given: Parameters<typeof closing>) =>
  asJson<{ code: string }>(ledger.refusal(closing(...given)));
const approved = (amount: string, grantId?: string) =>
  carried(amount, { approvalReference: 'PFCC-17', ...(grantId === undefined ? {} : { grantId }) });

type Terms = NonNullable<Parameters<typeof agree>[1]>;
const wants = (terms: Terms): boolean => {
  const ledger = ledgerWith();
  agree(ledger, terms);
  try {
    close(ledger, year, carried('1000.00'));
    return false;
  } catch {
    expect(refusalOf(ledger, year, carried('1000.00')).code).toBe('approval-reference-required');
    close(ledger, year, approved('1000.00'));
    return true;
  }
};
const period = (end: string) => ({ fundingPeriod: { start: '2017-04-01', end } });

describe('carrying money forward', () => {
  it.each<[string, Terms, boolean]>([
    ['nothing said of an underspend', {}, false],
    ['nothing said, after the funding period', period('2017-12-31'), false],
    ['carry-forward', { underspend: 'carry-forward' }, true],
    ['carry-forward, before the funding period ends', { underspend: 'carry-forward', ...period('2019-03-31') }, true],
    ['return, in the grant’s own year', { underspend: 'return' }, true],
    ['return, on the last day of the funding period', { underspend: 'return', ...period('2018-03-31') }, true],
    ['return, after the funding period', { underspend: 'return', ...period('2017-12-31') }, true],
    ['return, a day before the funding period ends', { underspend: 'return', ...period('2018-04-01') }, false],
    ['return, while the funding period straddles years', { underspend: 'return', ...period('2018-09-30') }, false],
  ])('where the agreement says %s', (_, terms, isWanted) => {
    expect(wants(terms)).toBe(isWanted);
  });

  it('wants approval for what is left of last year’s grant too', () => {
    const ledger = ledgerWith();
    const fundingPeriod = { start: '2016-10-01', end: '2017-09-30' };
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01', underspend: 'return', fundingPeriod });
    close(ledger, '2016-17', carried('1000.00'));

    expect(refusalOf(ledger, year, carried('1000.00')).code).toBe('approval-reference-required');
  });

  it('goes by the agreement as it was varied', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { underspend: 'return' });
    ledger.run(varyGrant(grantId, variationBody({ fundingPeriod: { start: '2017-04-01', end: '2018-06-30' } })));

    expect(close(ledger, year, carried('1000.00')).type).toBe('year-closed');
  });

  it('says under which reference, in the statement', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { underspend: 'carry-forward' });

    close(ledger, year, approved('1000.00', grantId));

    expect(plainStatement(ledger, year).funds[0]?.disposals).toEqual([
      { treatment: 'carry-forward', amount: '1000.00', approvalReference: 'PFCC-17', grantId },
    ]);
  });

  it('wants it for all that is carried forward of the grant, and not for part of it', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { underspend: 'carry-forward' });

    expect(refusalOf(ledger, year, approved('400.00', grantId), carried('600.00'))).toEqual({
      code: 'approval-reference-required',
      fund: 'Partnership fund',
      grant: 'Core funding 2017/18',
      amount: '600.00',
    });
    expect(refusalOf(ledger, year, approved('999.99'), carried('0.01'))).toMatchObject({ amount: '0.01' });
    expect(close(ledger, year, approved('400.00', grantId), approved('600.00')).type).toBe('year-closed');
  });

  it('wants it for what returns leave', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { underspend: 'return' });

    expect(refusalOf(ledger, year, returned(grantId, '400.00'), carried('600.00'))).toMatchObject({
      code: 'approval-reference-required',
      amount: '600.00',
    });
    expect(close(ledger, year, returned(grantId, '400.00'), approved('600.00')).postings).toHaveLength(2);
  });

  it('wants it for money behind commitments', () => {
    const ledger = ledgerWithMoney({}, { underspend: 'return' });
    const [grantId = ''] = ledger.state.all('grant').keys();
    const meetingId = openMeetingOf(ledger);
    approve(ledger, submit(ledger, meetingId), meetingId);

    expect(refusalOf(ledger, year, returned(grantId, '600.00'), carried('400.00'))).toMatchObject({
      code: 'approval-reference-required',
      amount: '400.00',
    });
    expect(close(ledger, year, returned(grantId, '600.00'), approved('400.00')).postings).toHaveLength(2);
  });

  it('wants none for what other money of the fund has left', () => {
    const ledger = ledgerWith();
    ledger.run(recordOpeningBalance('partnership-fund', openingBalanceBody({ effectiveOn: '2017-04-01' })));
    const grantId = agree(ledger, { underspend: 'carry-forward' });

    expect(refusalOf(ledger, year, approved('999.99'), carried('2500.01')).code).toBe('approval-reference-required');
    expect(close(ledger, year, approved('1000.00', grantId), carried('2500.00')).type).toBe('year-closed');
  });

  it('takes the approval of one grant for no other', () => {
    const ledger = ledgerWith();
    const first = agree(ledger, { title: 'First', underspend: 'carry-forward' });
    const second = agree(ledger, { title: 'Second', underspend: 'carry-forward', agreedOn: '2017-05-02' });

    expect(refusalOf(ledger, year, approved('2000.00', first))).toMatchObject({ grant: 'Second', amount: '1000.00' });
    expect(refusalOf(ledger, year, approved('1500.00', first), approved('500.00', second))).toMatchObject({
      grant: 'Second',
      amount: '500.00',
    });
    expect(close(ledger, year, approved('1000.00', first), approved('1000.00', second)).type).toBe('year-closed');
  });

  it('wants approval for no more than is carried forward at all', () => {
    const ledger = ledgerWith();
    const cut = agree(ledger, { title: 'Cut' });
    agree(ledger, { title: 'Left', grossAmount: '500.00', underspend: 'carry-forward', agreedOn: '2017-05-03' });
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000.00', grantId: cut })));
    ledger.run(varyGrant(cut, variationBody({ grossAmount: '600.00' })));

    expect(refusalOf(ledger, year, carried('100.00'))).toMatchObject({ grant: 'Left', amount: '100.00' });
    expect(close(ledger, year, approved('100.00')).type).toBe('year-closed');
  });
});
