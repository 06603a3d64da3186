import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { reopenYear } from '../../../domain/year-end/certify-year.ts';
import { expenditureBody } from '../../builders.ts';
import { steps as moneySteps } from '../../domain/random/steps.ts';
import { endOfYear } from '../../domain/random/year.ts';
import { steps as awardSteps } from '../../domain/random-awards/steps.ts';
import { steps as yearSteps } from '../../domain/random-years/steps.ts';
import { runs } from '../../domain/runs.ts';
import { plain, statementOf } from '../../domain/statement/statements.ts';
import { type TestLedger, today } from '../../domain/test-ledger.ts';
import { Archive, certify, chiefFinanceOfficer, close } from './certified.ts';
import { awardHistory, ifAllowed, moneyHistory, yearHistory } from './histories.ts';
import { type Files, filesOf } from './packs.ts';
import { checkIn, extracted } from './verifying.ts';

const years = ['2015-16', '2016-17', '2017-18', '2018-19', '2019-20'] as const;
const ended = years.filter((year) => endOfYear(year) < today);

const histories = {
  money: moneySteps.map((all) => () => moneyHistory(all)),
  awards: awardSteps.map((all) => () => awardHistory(all)),
};

/** Closes and certifies the years that have ended, in order; opens the last of them again, spends, and certifies anew. */
function yearEnds(ledger: TestLedger): Archive {
  const archive = new Archive();
  for (const year of ended) certified(ledger, year, archive);
  ledger.run(reopenYear('2017-18', { reason: 'Forgotten.' }), chiefFinanceOfficer);
  const [fundId = ''] = ledger.state.partnership().fundIds;
  const forgotten = { fundId, amount: '0.07', spentOn: '2018-03-01', purposeStatement: 'It serves.' };
  ifAllowed(() => ledger.run(recordExpenditure(expenditureBody(forgotten))));
  certified(ledger, '2017-18', archive);
  return archive;
}

function certified(ledger: TestLedger, year: string, archive: Archive): void {
  const closing = ifAllowed(() => close(ledger, year, returnable(ledger, year)));
  if (closing === undefined) close(ledger, year);
  certify(ledger, year, archive);
}

/** From each fund, half of what a grant has left; which the rules may forbid, where it is promised. */
function returnable(ledger: TestLedger, year: string) {
  const { funds, grants } = plain(statementOf(ledger, year));
  return funds.flatMap(({ fundId, uncommitted }) => {
    const half = ({ closingUnspent }: { closingUnspent: string }): number =>
      Math.min(Number(closingUnspent), Number(uncommitted)) / 2;
    const grant = grants.find((line) => line.fundId === fundId && line.grantId !== null && half(line) >= 0.01);
    return grant?.grantId == null ? [] : [{ fundId, grantId: grant.grantId, amount: half(grant).toFixed(2) }];
  });
}

describe.each(Object.entries(histories))('packs of random histories of %s', (_, steps) => {
  it('agree in every year', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const ledger = history();
        for (const year of years) await agrees(filesOf(ledger, year, new Archive()));
      }),
      runs(20),
    );
  });

  it('agree after closings, returns, certified versions and a reopening', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const ledger = history();
        const archive = yearEnds(ledger);
        for (const year of ended) await agrees(filesOf(ledger, year, archive));
      }),
      runs(20),
    );
  });
});

describe('packs of random histories of several years', () => {
  it('agree in every year, through closings, returns, repayments and reopenings', async () => {
    await fc.assert(
      fc.asyncProperty(yearSteps, async (all) => {
        const ledger = yearHistory(all);
        for (const year of years) await agrees(filesOf(ledger, year, new Archive()));
      }),
      runs(20),
    );
  });
});

const agrees = async (files: Files): Promise<void> => {
  expect(await extracted(files, checkIn)).toContain('Everything agrees.');
};
