import { setTimeout as sleep } from 'node:timers/promises';
import type { Decision } from '../../domain/ledger/decision.ts';
import { type EntryDraft, type Head, type JournalEntry, seal } from '../../domain/ledger/journal-entry.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { project } from '../../domain/ledger/projection.ts';
import { londonDate } from '../../domain/plain-date.ts';
import { DomainError } from '../../domain/refusal.ts';
import { inOpenYears } from '../../domain/year-end/in-open-years.ts';
import { type Command, KeyReused, type Outcome, OutOfTime } from './command.ts';
import { putsOf } from './commit.ts';
import type { Database } from './database.ts';
import { digest } from './digest.ts';
import { failureOf, HeadMoved } from './failure.ts';
import { type FirstAnswer, readEntry, readHead } from './items.ts';
import { entryKey, headKey, idempotencyKeyOf } from './keys.ts';
import { LedgerReader } from './ledger-reader.ts';
import { Turns } from './turns.ts';

/** A transaction that was sent: what its answer would have been, had it not gone missing. */
type Sent = { readonly entry: JournalEntry; readonly outcome: Outcome };

// Among many writers of one partnership, few may try within the time that one commit takes.
const longestWait = 5000;

type Clock = { readonly now: () => number; readonly newId: () => string };

/** The one write path: head read first, one transaction a command, decided again where somebody else was faster. */
export class LedgerStore {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #turns = new Turns();

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Throws a `DomainError` where the domain refuses; `KeyReused`; `OutOfTime`. */
  async execute(command: Command): Promise<Outcome> {
    const unanswered: Sent[] = [];
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#turns.take(command.partnershipId, () => this.#attempt(command, unanswered));
      } catch (error) {
        if (failureOf(error) === 'fault') throw error;
        const wait = Math.random() * Math.min(longestWait, 20 * 2 ** tries);
        if (this.#clock.now() + wait >= command.deadline) throw new OutOfTime('out of retries', { cause: error });
        await sleep(wait);
      }
    }
  }

  async #attempt(command: Command, unanswered: Sent[]): Promise<Outcome> {
    const { partnershipId, once } = command;
    this.#assertInTime(command);
    const reader = new LedgerReader(this.#database, partnershipId);
    const now = new Date(this.#clock.now()).toISOString();
    const context = { today: londonDate(now), by: command.by, newId: this.#clock.newId };
    const decision = inOpenYears(command.decide)(reader.state, context);
    const first = decision.next();
    const answerKey = once && idempotencyKeyOf(once.scope, command.by.subject, once.key);
    const answered = await reader.begin(first.done ? [] : first.value, answerKey);
    const done = answered && replayed(answered, command, unanswered);
    if (done !== undefined) return done;
    const written = await this.#writtenOf(unanswered, reader.state.head, partnershipId);
    if (written !== undefined) return written;
    const draft = await this.#decided(decision, reader, command);
    const entry = seal(draft, reader.state.head, { id: this.#clock.newId(), now, by: command.by }, digest);
    const changes = project(entry, reader.state);
    reader.state.apply(changes);
    const outcome = outcomeOf(command, entry, reader.state);
    if (command.isDryRun) {
      await this.#assertHeadStands(reader, partnershipId);
      return outcome;
    }
    this.#assertInTime(command);
    // Kept before it is sent: from then on it may have been done.
    unanswered.push({ entry, outcome });
    await this.#database.write(putsOf(command, entry, changes, outcome), entry.id);
    return outcome;
  }

  /** A commit proves that what was read is of one moment; a refusal that took several look-ups proves it by the head. */
  async #decided(decision: Decision, reader: LedgerReader, command: Command): Promise<EntryDraft> {
    try {
      for (;;) {
        const step = decision.next();
        if (step.done) return step.value;
        this.#assertInTime(command);
        await reader.lookUp(step.value);
      }
    } catch (error) {
      if (error instanceof DomainError) await this.#assertHeadStands(reader, command.partnershipId);
      throw error;
    }
  }

  async #assertHeadStands({ state, lookUps }: LedgerReader, partnershipId: string): Promise<void> {
    if (lookUps === 1) return;
    const head = readHead(await this.#database.get({ table: 'records', key: headKey(partnershipId) }));
    if (head?.hash !== state.head?.hash) throw new HeadMoved('the head moved while a decision was taken');
  }

  #assertInTime({ deadline }: Command): void {
    if (this.#clock.now() >= deadline) throw new OutOfTime('the deadline has passed');
  }

  /** The outcome of a transaction whose answer went missing, where it was done after all. */
  async #writtenOf(unanswered: readonly Sent[], head: Head | undefined, id: string): Promise<Outcome | undefined> {
    for (const { entry, outcome } of unanswered) {
      if ((head?.sequence ?? 0) < entry.sequence) continue;
      const item = await this.#database.get({ table: 'journal', key: entryKey(id, entry.sequence) });
      if (item !== undefined && readEntry(item).id === entry.id) return outcome;
    }
    return undefined;
  }
}

/** The first answer, where the same was asked under the same key. What this very call did is no replay. */
function replayed(answered: FirstAnswer, { once }: Command, unanswered: readonly Sent[]): Outcome {
  const own = unanswered.find(({ entry }) => entry.id === answered.entryId);
  if (own !== undefined) return own.outcome;
  if (answered.requestHash !== once?.requestHash) throw new KeyReused();
  return { status: answered.status, body: answered.body, isReplay: true, sequence: undefined };
}

function outcomeOf({ answer }: Command, entry: JournalEntry, view: LedgerView): Outcome {
  const { status, body } = answer(entry, view);
  return { status, body: JSON.stringify(body), isReplay: false, sequence: entry.sequence };
}
