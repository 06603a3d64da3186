import { setTimeout as sleep } from 'node:timers/promises';
import type { Decide, Query } from '../../domain/ledger/decision.ts';
import { type EntryDraft, headOf, type JournalEntry, seal } from '../../domain/ledger/journal-entry.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { project } from '../../domain/ledger/projection.ts';
import type { Change } from '../../domain/ledger/records.ts';
import { londonDate } from '../../domain/plain-date.ts';
import type { Person } from '../../domain/text.ts';
import type { Database, Put } from './database.ts';
import { digest } from './digest.ts';
import { failureOf } from './failure.ts';
import { entryItem, type FirstAnswer, headItem, recordItem } from './items.ts';
import { idempotencyKeyOf, registryPartition } from './keys.ts';
import { LedgerReader } from './ledger-reader.ts';
import { Turns } from './turns.ts';

/** Something that a caller wants done to a partnership's ledger. */
export type Command = {
  readonly partnershipId: string;
  readonly by: Person;
  readonly decide: Decide;
  /** Where a POST keeps its first answer: the scope of the key, the key, and what was asked. */
  readonly once?: { readonly scope: string; readonly key: string; readonly requestHash: string };
  readonly isDryRun: boolean;
  /** In milliseconds of the epoch; after it, nothing is tried again. */
  readonly deadline: number;
  /** The answer, from the entry and the records as they stand after it. */
  readonly answer: (entry: JournalEntry, view: LedgerView) => { readonly status: number; readonly body: unknown };
};

export type Outcome = {
  readonly status: number;
  /** JSON text, so that a replay gives the same bytes. */
  readonly body: string;
  readonly isReplay: boolean;
  readonly sequence: number | undefined;
};

/** The same key was used for another request. */
export class KeyReused extends Error {}

/** No attempt came through before the deadline. What was sent last may have been done: the same key will tell. */
export class OutOfTime extends Error {}

/** A transaction that was sent: what its answer would have been, had it not gone missing. */
type Sent = { readonly entry: JournalEntry; readonly outcome: Outcome };

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
        const failure = failureOf(error);
        if (failure === 'fault') throw error;
        const wait = Math.random() * Math.min(1000, 20 * 2 ** tries);
        if (this.#clock.now() + wait >= command.deadline) throw new OutOfTime('out of retries', { cause: error });
        await sleep(wait);
      }
    }
  }

  async #attempt(command: Command, unanswered: Sent[]): Promise<Outcome> {
    if (this.#clock.now() >= command.deadline) throw new OutOfTime('the turn came too late');
    const { partnershipId, once } = command;
    const reader = new LedgerReader(this.#database, partnershipId);
    const now = new Date(this.#clock.now()).toISOString();
    const context = { today: londonDate(now), by: command.by, newId: this.#clock.newId };
    const decision = command.decide(reader.state, context);
    const first = decision.next();
    const answerKey = once && idempotencyKeyOf(once.scope, command.by.subject, once.key);
    const answered = await reader.begin(first.done ? [] : first.value, answerKey);
    const done = answered && replayed(answered, command, unanswered);
    if (done !== undefined) return done;
    for (const sent of unanswered) {
      if (await this.#isWritten(sent.entry, reader, partnershipId)) return sent.outcome;
    }
    const draft = await decided(decision, reader);
    const entry = seal(draft, reader.state.head, { id: this.#clock.newId(), now, by: command.by }, digest);
    const changes = project(entry, reader.state);
    reader.state.apply(changes);
    const outcome = outcomeOf(command, entry, reader.state);
    if (command.isDryRun) return outcome;
    // Kept before it is sent: from then on it may have been done.
    unanswered.push({ entry, outcome });
    await this.#database.write(putsOf(command, entry, changes, outcome), entry.id);
    return outcome;
  }

  async #isWritten(entry: JournalEntry, { state }: LedgerReader, partnershipId: string): Promise<boolean> {
    if ((state.head?.sequence ?? 0) < entry.sequence) return false;
    const reader = new LedgerReader(this.#database, partnershipId);
    await reader.lookUp([{ entry: entry.sequence }]);
    return reader.state.entry(entry.sequence)?.id === entry.id;
  }
}

async function decided(decision: Generator<readonly Query[], EntryDraft>, reader: LedgerReader): Promise<EntryDraft> {
  for (;;) {
    const step = decision.next();
    if (step.done) return step.value;
    await reader.lookUp(step.value);
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

const keptForSeconds = 7 * 24 * 60 * 60;

function putsOf(command: Command, entry: JournalEntry, changes: readonly Change[], outcome: Outcome): Put[] {
  const { partnershipId, once, by } = command;
  const { sequence, previousHash } = entry;
  const isFirst = sequence === 1;
  const head: Put = {
    table: 'records',
    item: headItem(partnershipId, headOf(entry)),
    condition: isFirst
      ? { expression: 'attribute_not_exists(pk)' }
      : {
          expression: '#head.#sequence = :sequence AND #head.#hash = :hash',
          names: { '#head': 'head', '#sequence': 'sequence', '#hash': 'hash' },
          values: { ':sequence': sequence - 1, ':hash': previousHash },
        },
  };
  const isNew = { expression: 'attribute_not_exists(pk)' };
  const answer = once && {
    ...idempotencyKeyOf(once.scope, by.subject, once.key),
    requestHash: once.requestHash,
    entryId: entry.id,
    status: outcome.status,
    body: outcome.body,
    expiresAt: Math.floor(Date.parse(entry.recordedAt) / 1000) + keptForSeconds,
  };
  return [
    head,
    { table: 'journal', item: entryItem(partnershipId, entry), condition: isNew },
    ...changes.map((change): Put => ({ table: 'records', item: recordItem(partnershipId, change) })),
    ...(answer === undefined ? [] : [{ table: 'records', item: answer, condition: isNew } as const]),
    ...(isFirst ? [{ table: 'records', item: { pk: registryPartition, sk: partnershipId } } as const] : []),
  ];
}
