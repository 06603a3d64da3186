import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { agree, expenditureBody, ledgerWith, reverse } from '../../builders.ts';
import { Archive } from './certified.ts';
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
});
