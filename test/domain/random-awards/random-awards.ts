import { deepStrictEqual } from 'node:assert';
import { expect } from 'vitest';
import { openFund } from '../../../domain/fund/open-fund.ts';
import { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import { createPartnership } from '../../../domain/partnership/set-up.ts';
import { DomainError } from '../../../domain/refusal.ts';
import { partnershipBody } from '../../builders.ts';
import { recomputed, statementOf } from '../statement/statements.ts';
import { asJson, recordTypes, TestLedger } from '../test-ledger.ts';
import { type Command, decided } from './commands.ts';
import { expectedFacts, expectedMoves, shownMoves } from './effects.ts';
import { negatives, overdrawn } from './invariants.ts';
import { Model } from './model.ts';
import { movesOf } from './moves.ts';
import { funds } from './people.ts';
import { commandOf, type Step, years } from './steps.ts';
import { checkRecords, checkStatement } from './told.ts';
import { verdictOn } from './verdict.ts';

type Tried = { readonly act: Command['act']; readonly code: string };

/** A ledger that takes random commands about meetings and awards beside the model, and checks everything after each. */
export class RandomAwards {
  readonly ledger = new TestLedger();
  readonly model = new Model(this.ledger);
  readonly tried: Tried[] = [];
  readonly commands: Command[] = [];
  readonly #replay = new Replay();

  constructor() {
    this.ledger.run(createPartnership(partnershipBody({ quorum: 1 })));
    for (const fund of funds) this.ledger.run(openFund(fund));
    for (const entry of this.ledger.entries) this.#replay.add(entry);
  }

  take(step: Step): void {
    const command = commandOf(step, this.model);
    if (command === undefined) return;
    this.commands.push(command);
    const verdict = verdictOn(command, this.model);
    const outcome = this.#try(command);
    const code = typeof outcome === 'string' ? outcome : 'accepted';
    this.tried.push({ act: command.act, code });
    const allowed = verdict.broken.length > 0 ? verdict.broken : ['accepted'];
    expect([...allowed, ...verdict.perhaps], this.#told('what the model says')).toContain(code);
    if (typeof outcome !== 'string') this.#accept(command, outcome);
  }

  #accept(command: Command, entry: JournalEntry): void {
    const moves = expectedMoves(command, this.model);
    if (moves !== undefined) expect(shownMoves(movesOf(entry)), this.#told('what is posted')).toEqual(moves);
    expect(asJson(entry.facts), this.#told('what is stated')).toMatchObject(expectedFacts(command, this.model));
    expect(entry.recordedBy.subject).toBe(command.by);
    this.model.record(command, entry);
    expect(negatives(this.model), this.#told('what no day has')).toEqual([]);
    expect(overdrawn(command, entry, this.model), this.#told('what no fund has')).toEqual([]);
    checkRecords(this.ledger, this.model);
    this.#replay.add(JournalEntry.parse(asJson(entry)));
  }

  /** Both ways to every record and statement agree: kept records, and the journal from its first entry. */
  checkAll(): void {
    for (const type of recordTypes) {
      deepStrictEqual(new Map(this.#replay.state.all(type)), new Map(this.ledger.state.all(type)));
    }
    for (const year of years) {
      const kept = statementOf(this.ledger, year);
      checkStatement(kept, this.model);
      deepStrictEqual(asJson(recomputed(this.ledger, year, kept.asOf)), asJson(kept));
    }
  }

  #try(command: Command): JournalEntry | string {
    try {
      return this.ledger.run(decided(command, this.model), { subject: command.by });
    } catch (error) {
      if (error instanceof DomainError) return error.refusal.code;
      throw error;
    }
  }

  /** A failure tells the commands that led to it, which can be kept as an example. */
  #told(what: string): string {
    return `${what}\n${this.commands.map((command) => JSON.stringify(command)).join('\n')}\n`;
  }
}
