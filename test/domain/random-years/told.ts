import { expect } from 'vitest';
import { Money } from '../../../domain/money.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { faultsIn } from '../random/equations.ts';
import { sum, written } from '../random/pence.ts';
import { yearOf } from '../random/year.ts';
import { type Event, figureOf, type Model, toYear, worth } from './model.ts';
import { unspentAt } from './usage.ts';

/** A statement adds up, and says what the model has: of each fund, of each grant, and of what is wrong. */
export function checkStatement(statement: YearEndStatement, model: Model): void {
  const { financialYear: year, funds, grants, status, version, exceptions } = statement;
  expect(faultsIn(statement)).toEqual([]);
  for (const fund of funds) {
    const toDate = toYear(model.ofFund(fund.fundId), year);
    const shown = Object.fromEntries(
      Object.keys(figuresOf([], year)).map((figure) => [figure, new Map(Object.entries(fund)).get(figure)]),
    );
    expect(JSON.parse(JSON.stringify(shown))).toEqual(figuresOf(toDate, year));
    const disposed = Money.sum(fund.disposals.map(({ amount }) => amount));
    const balance = fund.closingBalance.plus(fund.returned);
    if (status === 'open') expect(fund.disposals).toEqual([]);
    else expect(disposed.text).toBe(balance.isNegative() ? '0.00' : balance.text);
  }
  for (const { grantId, fundId, closingUnspent } of grants) {
    const left = unspentAt(model.ofFund(fundId), model.grants, year).get(grantId ?? '') ?? 0n;
    expect([grantId, closingUnspent.text]).toEqual([grantId, written(left)]);
  }
  const { closing, isCertified, versions } = model.year(year);
  const standing = closing === undefined ? 'open' : isCertified ? 'certified' : 'closed';
  expect([status, version]).toEqual([standing, isCertified ? versions : null]);
  const owed = exceptions.flatMap((one) => (one.code === 'overpaid-to-funder' ? [[one.fundId, one.amount.text]] : []));
  expect(owed).toEqual(overpaid(model, year, statement));
}

function figuresOf(toDate: readonly Event[], year: string) {
  const earlier = toDate.filter(({ on }) => yearOf(on) < year);
  const inYear = toDate.filter(({ on }) => yearOf(on) === year);
  return {
    openingBalance: written(worth(earlier)),
    grossIncome: written(figureOf(inYear, 'income')),
    topSliced: written(figureOf(inYear, 'topSliced')),
    expenditure: written(figureOf(inYear, 'spent')),
    returned: written(figureOf(inYear, 'returned')),
    closingBalance: written(worth(toDate)),
    committed: written(figureOf(toDate, 'committed')),
    cash: written(figureOf(toDate, 'cash')),
    receivable: written(figureOf(toDate, 'receivable')),
    receivedInAdvance: '0.00',
    repayable: written(figureOf(toDate, 'repayable')),
  };
}

/** What the funders owe a fund, grant by grant. */
function overpaid(model: Model, year: string, { funds }: YearEndStatement): string[][] {
  return funds.flatMap(({ fundId }) => {
    const own = model.grants.filter((grant) => grant.fundId === fundId);
    const owing = own.map(({ id }) => figureOf(toYear(model.ofGrant(id), year), 'repayable')).filter((one) => one < 0n);
    return owing.length === 0 ? [] : [[fundId, written(-sum(owing))]];
  });
}

/** Each year opens with what the one before it closed with. */
export function brokenOpenings(statements: readonly YearEndStatement[]): string[] {
  return statements.slice(1).flatMap(({ funds, financialYear }, place) =>
    funds
      .filter(({ fundId, openingBalance }) => {
        const last = statements[place]?.funds.find((fund) => fund.fundId === fundId)?.closingBalance ?? Money.zero;
        return !openingBalance.equals(last);
      })
      .map(({ fundId }) => `${fundId} in ${financialYear}`),
  );
}

/** Figures of a year's activity, which no closing and no reopening changes. */
export const activityOf = ({ funds }: YearEndStatement): string[][] =>
  funds.map(({ fundId, grossIncome, topSliced, expenditure, committed, cash, receivable }) => [
    fundId,
    ...[grossIncome, topSliced, expenditure, committed, cash, receivable].map(({ text }) => text),
  ]);
