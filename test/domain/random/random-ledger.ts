import { deepStrictEqual } from 'node:assert';
import { expect } from 'vitest';
import { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import { Money } from '../../../domain/money.ts';
import { DomainError } from '../../../domain/refusal.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { ledgerWith } from '../../builders.ts';
import { statementOf } from '../statement/statements.ts';
import { asJson, idOf, recordTypes, type TestLedger } from '../test-ledger.ts';
import { type Command, decided, funds } from './commands.ts';
import { faultsIn } from './equations.ts';
import { expected, shown } from './expected.ts';
import { Model } from './model.ts';
import { sum, written } from './pence.ts';
import { commandOf, type Step, years } from './steps.ts';
import { isAllowed } from './verdict.ts';
import { yearOf } from './year.ts';

/** A ledger that takes random commands beside the model and a replay, and checks everything after each. */
export class RandomLedger {
  readonly ledger: TestLedger = ledgerWith(...funds);
  readonly model = new Model(this.ledger.entries.length);
  /** What statements said while the journal ended at an entry: its number, the year, and the bytes. */
  readonly said: { readonly knownAt: number; readonly year: string; readonly bytes: string }[] = [];
  readonly accepted: Command['act'][] = [];
  readonly refused: string[] = [];
  readonly #replay = new Replay();
  #replayed = 0;
  #statements: readonly YearEndStatement[] = [];

  constructor() {
    this.#check(undefined);
  }

  take(step: Step): void {
    const command = commandOf(step, this.model);
    const before = recordsOf(this.ledger);
    const outcome = this.#try(command);
    // Whose money unnamed spending took is more than the model works out: what that refuses is checked below instead.
    const isTaken = command.act === 'spend' && outcome === 'insufficient-funds' && this.#areGrantsNamed(command);
    const allowed = isAllowed(command, this.model) && !isTaken;
    expect({ command, allowed: typeof outcome !== 'string', code: outcome }).toEqual({
      command,
      allowed,
      code: outcome,
    });
    if (typeof outcome === 'string') {
      this.refused.push(outcome);
      deepStrictEqual(recordsOf(this.ledger), before, 'a refused command changed a record');
    } else {
      this.accepted.push(command.act);
      this.model.record(command, idOf(outcome));
      this.#check(command);
    }
  }

  #areGrantsNamed({ fundId, grantId }: Command & { act: 'spend' }): boolean {
    const named = (event: { fundId: string; grantId?: string | undefined; figure: string }): boolean =>
      event.fundId === fundId && event.grantId !== undefined && event.figure === 'spent';
    return grantId !== undefined || this.model.events.some(named);
  }

  #try(command: Command): JournalEntry | string {
    try {
      return this.ledger.run(decided(command));
    } catch (error) {
      if (error instanceof DomainError) return error.refusal.code;
      throw error;
    }
  }

  #check(command: Command | undefined): void {
    this.#checkReplay();
    const statements = years.map((year) => statementOf(this.ledger, year));
    for (const [place, statement] of statements.entries()) {
      expect(faultsIn(statement)).toEqual([]);
      deepStrictEqual(shown(statement), expected(this.model, statement));
      const last = statements[place - 1];
      if (last !== undefined) expect(brokenOpenings(statement, last, this.model)).toEqual([]);
    }
    if (command?.act === 'spend' || command?.act === 'reverse')
      expect(nowShorter(this.#statements, statements)).toEqual([]);
    if (command?.act === 'spend' && this.#areGrantsNamed(command))
      expect(nowOverspent(this.#statements, statements)).toEqual([]);
    expect(statements.flatMap(negativeReceivables)).toEqual([]);
    this.#statements = statements;
    this.#checkGrants();
    const statement = statements[this.ledger.entries.length % years.length];
    if (statement === undefined) return;
    const { knownAt, financialYear: year } = statement;
    this.said.push({ knownAt, year, bytes: JSON.stringify(statement) });
  }

  #checkReplay(): void {
    for (; this.#replayed < this.ledger.entries.length; this.#replayed += 1) {
      const entry = JournalEntry.parse(asJson(this.ledger.entries[this.#replayed]));
      expect(unbalanced(entry)).toEqual([]);
      this.#replay.add(entry);
    }
    deepStrictEqual(recordsOf(this.#replay), recordsOf(this.ledger), 'the records differ from a replay');
  }

  #checkGrants(): void {
    for (const { instalments, netAmount, receivedAmount, grossAmount, topSlicedAmount } of this.ledger.state
      .all('grant')
      .values()) {
      if (instalments.length > 0) expect(Money.sum(instalments.map(({ amount }) => amount))).toEqual(netAmount);
      expect(instalments.some(({ amount }) => amount.isNegative())).toBe(false);
      expect(receivedAmount.isMoreThan(netAmount) || receivedAmount.isNegative()).toBe(false);
      expect(netAmount).toEqual(grossAmount.minus(topSlicedAmount));
    }
  }
}

const recordsOf = ({ state }: Pick<TestLedger, 'state'>): Map<string, unknown>[] =>
  recordTypes.map((type) => new Map<string, unknown>(state.all(type)));

/** The funds and days on which an entry's debits are not its credits, in whole pence. */
function unbalanced({ postings, effectiveOn }: JournalEntry): string[] {
  const groups = Map.groupBy(postings, ({ fundId, on = effectiveOn }) => `${fundId} ${on}`);
  return [...groups].flatMap(([place, group]) => {
    const sums = group.map((posting) =>
      'debit' in posting ? BigInt(posting.debit.text.replace('.', '')) : -BigInt(posting.credit.text.replace('.', '')),
    );
    return sums.reduce((total, amount) => total + amount, 0n) === 0n ? [] : [place];
  });
}

/** Funds that do not open a year with what they closed the last one with, and what they brought with them in it. */
function brokenOpenings(
  { funds: lines, financialYear }: YearEndStatement,
  last: YearEndStatement,
  model: Model,
): string[] {
  const inYear = model.events.filter(({ on, figure }) => figure === 'forward' && yearOf(on) === financialYear);
  return lines.flatMap(({ fundId, openingBalance }) => {
    const closed = last.funds.find((line) => line.fundId === fundId)?.closingBalance ?? Money.zero;
    const forward = sum(inYear.filter((event) => event.fundId === fundId).map(({ amount }) => amount));
    return openingBalance.equals(closed.plus(Money.parse(written(forward)))) ? [] : [`${fundId} in ${financialYear}`];
  });
}

const negativeReceivables = ({ funds: lines, grants, financialYear }: YearEndStatement): string[] => [
  ...lines.filter(({ receivable }) => receivable.isNegative()).map(({ fundId }) => `${fundId} in ${financialYear}`),
  ...grants
    // A grant of a later year is shown for its cash in advance, on the terms first agreed.
    .filter((line) => line.outstandingAmount.isNegative() && (line.financialYear ?? '') <= financialYear)
    .map(({ grantId }) => `${grantId} in ${financialYear}`),
];

/** Grants and years that end with less than nothing unspent, and with less of it than before. */
function nowOverspent(before: readonly YearEndStatement[], after: readonly YearEndStatement[]): string[] {
  return after.flatMap(({ grants, financialYear }, place) =>
    grants
      .filter(({ grantId, closingUnspent }) => {
        const was = before[place]?.grants.find((line) => line.grantId === grantId)?.closingUnspent ?? Money.zero;
        return grantId !== null && closingUnspent.isNegative() && closingUnspent.isLessThan(was);
      })
      .map(({ grantId }) => `${grantId} in ${financialYear}`),
  );
}

/** Funds and years that end with less than nothing free, and with less of it than before. */
function nowShorter(before: readonly YearEndStatement[], after: readonly YearEndStatement[]): string[] {
  return after.flatMap(({ funds: lines, financialYear }, place) =>
    lines
      .filter(({ fundId, uncommitted }) => {
        const was = before[place]?.funds.find((line) => line.fundId === fundId)?.uncommitted ?? Money.zero;
        return uncommitted.isNegative() && uncommitted.isLessThan(was);
      })
      .map(({ fundId }) => `${fundId} in ${financialYear}`),
  );
}
