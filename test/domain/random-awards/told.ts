import { expect } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { Money } from '../../../domain/money.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { faultsIn } from '../random/equations.ts';
import { written } from '../random/pence.ts';
import { startOfYear, yearOf } from '../random/year.ts';
import type { TestLedger } from '../test-ledger.ts';
import type { Model, ModelAward } from './model.ts';
import { committed, free, type Move, paid, refunded, until, worth } from './moves.ts';

/** The award records tell what the postings come to, and what was approved less what was paid and released. */
export function checkRecords({ state }: TestLedger, model: Model): void {
  for (const award of model.awards) {
    const record = state.get('award', award.id) ?? expect.unreachable(`there is no award ${award.id}`);
    const moves = model.ofAward(award);
    expect({
      status: record.status,
      paid: record.paidAmount.text,
      refunded: record.refundedAmount.text,
      committed: committedAmount(record).text,
      proposers: record.proposers.toSorted(),
      deciders: record.deciders.toSorted(),
    }).toEqual({
      status: award.status,
      paid: written(paid(moves)),
      refunded: written(refunded(moves)),
      committed: written(committed(moves)),
      proposers: [...award.proposers].toSorted(),
      deciders: [...award.deciders].toSorted(),
    });
    expect(written(model.committed(award))).toBe(written(committed(moves)));
  }
}

/** A statement adds up, and its awards and funds are what the postings up to its date come to. */
export function checkStatement(statement: YearEndStatement, model: Model): void {
  const { asOf, financialYear, awards, funds } = statement;
  expect(faultsIn(statement)).toEqual([]);
  const listed = model.awards.filter((award) => isListed(award, model, statement));
  expect(awards.map(({ awardId }) => awardId).toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  for (const line of awards) {
    const award = model.awards.find(({ id }) => id === line.awardId) ?? expect.unreachable();
    const { paidInYear, paidToDate, refundedInYear, refundedToDate, decidedOn, amountApproved } = line;
    const shown = { paidInYear, paidToDate, refundedInYear, refundedToDate, committed: line.committed };
    const texts = Object.fromEntries(Object.entries(shown).map(([name, { text }]) => [name, text]));
    const approval = award.approvals.filter(({ on }) => on <= asOf).at(-1);
    expect({ ...texts, decidedOn, amountApproved: amountApproved?.text ?? null }).toEqual({
      ...figuresOf(until(model.ofAward(award), asOf), financialYear),
      decidedOn: approval?.on,
      amountApproved: approval?.amount === undefined ? null : written(approval.amount),
    });
  }
  for (const fund of funds) {
    const moves = until(model.ofFund(fund.fundId), asOf);
    const [closingBalance, uncommitted] = [fund.closingBalance.text, fund.uncommitted.text];
    expect({ closingBalance, uncommitted }).toEqual({
      closingBalance: written(worth(moves)),
      uncommitted: written(free(moves)),
    });
    const own = awards.filter(({ fundId }) => fundId === fund.fundId);
    expect(Money.sum(own.map((line) => line.committed)).text).toBe(fund.committed.text);
  }
}

const inYear = (moves: readonly Move[], year: string): Move[] => moves.filter(({ on }) => yearOf(on) === year);
const beforeYear = (moves: readonly Move[], year: string): Move[] => moves.filter(({ on }) => on < startOfYear(year));

const figuresOf = (toDate: readonly Move[], year: string) => ({
  paidInYear: written(paid(inYear(toDate, year))),
  paidToDate: written(paid(toDate)),
  refundedInYear: written(refunded(inYear(toDate, year))),
  refundedToDate: written(refunded(toDate)),
  committed: written(committed(toDate)),
});

/** The year's awards, and earlier ones with movement in the year or a commitment at either end. */
function isListed(award: ModelAward, model: Model, { asOf, financialYear }: YearEndStatement): boolean {
  const [first] = award.approvals;
  if (first === undefined || first.on > asOf) return false;
  const toDate = until(model.ofAward(award), asOf);
  const year = inYear(toDate, financialYear);
  const before = committed(beforeYear(toDate, financialYear));
  const moved = year.length > 0 || committed(toDate) !== 0n || before !== 0n;
  return yearOf(first.on) === financialYear || moved;
}
