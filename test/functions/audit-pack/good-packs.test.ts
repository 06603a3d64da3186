import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment } from '../../../domain/grant/record-repayment.ts';
import { reopenYear } from '../../../domain/year-end/certify-year.ts';
import { agree, expenditureBody, ledgerWith, receiptBody, repaymentBody, reverse } from '../../builders.ts';
import { Archive, chiefFinanceOfficer, close } from './certified.ts';
import { filesOf } from './packs.ts';
import { jsonIn } from './tampering.ts';
import { verdictOn } from './verifying.ts';
import { workedExample } from './worked-example.ts';

const agrees = { code: 0, told: expect.stringContaining('Everything agrees.') };

describe('a good pack', () => {
  it.each(['2016-17', '2017-18', '2018-19'])('of the worked example agrees: %s', async (year) => {
    const { ledger, archive } = workedExample();

    expect(await verdictOn(filesOf(ledger, year, archive))).toEqual(agrees);
  });

  it('tells what was checked: counts, totals, what was signed, and what each fund closes with', async () => {
    const { ledger, archive } = workedExample();
    const files = filesOf(ledger, '2017-18', archive);

    const { told } = await verdictOn(files);

    expect(told).toContain(`${ledger.entries.length} entries`);
    expect(told).toContain('debits 58171.00, credits 58171.00');
    expect(told).toContain(jsonIn(files, 'certified/2017-18-v1.json').statementHash);
    expect(told).toMatch(/partnership-fund +0\.00\n +tru-cam +7000\.00\n +all funds +7000\.00\n/);
  });

  it('agrees where money came back to a grant that was used up', async () => {
    const ledger = ledgerWith();
    const first = agree(ledger, { financialYear: '2016-17', agreedOn: '2016-04-05', grossAmount: '100.00' });
    agree(ledger, { grossAmount: '100.00' });
    const spent = ledger.run(recordExpenditure(expenditureBody({ amount: '100.00', spentOn: '2017-01-10' })));
    reverse(ledger, spent, '2017-06-01');

    const files = filesOf(ledger, '2017-18', new Archive());

    const [line] = jsonIn(files, 'statement.json').grants;
    expect(line).toMatchObject({ grantId: first, openingUnspent: '0.00', spentInYear: '-100.00' });
    expect(await verdictOn(files)).toEqual(agrees);
  });

  it('agrees where one grant was repaid too much of, while more is to be repaid of another', async () => {
    const ledger = ledgerWith();
    const fundId = 'partnership-fund';
    const [grantId, other] = ['1', '2'].map((of) => {
      const grant = agree(ledger, { title: `Grant ${of}`, grossAmount: '100.00', underspend: 'return' });
      ledger.run(recordReceipt(grant, receiptBody({ bankReference: `EPCC-${of}` })));
      return grant;
    });
    if (grantId === undefined || other === undefined) throw new Error('there are two grants');
    const closeReturning = (amount: string) =>
      close(ledger, '2017-18', [
        { fundId, grantId, amount },
        { fundId, grantId: other, amount: '100.00' },
      ]);
    closeReturning('100.00');
    ledger.run(recordRepayment(grantId, repaymentBody({ amount: '100.00' })));
    ledger.run(reopenYear('2017-18', { reason: 'A forgotten invoice.' }), chiefFinanceOfficer);
    ledger.run(recordExpenditure(expenditureBody({ amount: '45.50', grantId })));
    closeReturning('54.50');

    const files = filesOf(ledger, '2018-19', new Archive());

    const { funds, exceptions } = jsonIn(files, 'statement.json');
    expect(funds).toMatchObject([{ repayable: '54.50' }]);
    expect(exceptions).toMatchObject([{ code: 'overpaid-to-funder', fundId, amount: '45.50' }]);
    expect(await verdictOn(files)).toEqual(agrees);
    expect(await verdictOn(filesOf(ledger, '2017-18', new Archive()))).toEqual(agrees);
  });
});
