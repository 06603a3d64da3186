import { deepStrictEqual } from 'node:assert';
import type { Decide, Decision, Query } from '../../domain/ledger/decision.ts';
import { type EntryDraft, headOf, JournalEntry, seal } from '../../domain/ledger/journal-entry.ts';
import { LedgerState, type LedgerView } from '../../domain/ledger/ledger-state.ts';
import { project } from '../../domain/ledger/projection.ts';
import { type Change, change, type RecordOf, type RecordType, recordSchemas } from '../../domain/ledger/records.ts';
import { DomainError, type Refusal } from '../../domain/refusal.ts';
import type { Person } from '../../domain/text.ts';
import { inOpenYears } from '../../domain/year-end/in-open-years.ts';
import { digest } from '../../functions/store/digest.ts';

/** The day on which most tests take place. */
export const today = '2018-06-30';

export const financeOfficer: Person = { subject: 'maldon-finance-officer' };

export const recordTypes = Object.keys(recordSchemas) as RecordType[];

/** As a store or a request carries it: amounts are text, what is undefined is gone. */
export const asJson = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

const serviceId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The id of something that is nowhere. */
export const unknownId = serviceId(999_999);

/**
 * A journal in memory. Every command is decided twice, on all records and on those alone that it asked for (read back
 * from JSON), so that a decision and its projection cannot read what they did not look up. Records are frozen.
 */
export class TestLedger {
  readonly state = new LedgerState('complete');
  readonly entries: JournalEntry[] = [];
  #ids = 0;

  /** Records a command: the entry. Throws a `DomainError` where it is refused, and then has changed nothing. */
  run(decide: Decide, by: Person = financeOfficer): JournalEntry {
    const ids = this.#ids;
    const from = { firstId: ids, by };
    const [whole, asked] = [this.#decide(decide, from), this.#decideOnAsked(decide, from)];
    deepStrictEqual(asked.outcome, whole.outcome, 'the decision read more than it asked for');
    if (whole.outcome instanceof DomainError) throw whole.outcome;
    const entry = this.#seal(whole.outcome, whole.lastId + 1, by);
    const changes = project(entry, this.state);
    deepStrictEqual(project(entry, asked.view), changes, 'the projection read more than the decision asked for');
    this.#ids = whole.lastId + 1;
    this.state.apply(deepFreeze(changes));
    this.state.head = headOf(entry);
    this.state.putEntry(deepFreeze(entry));
    this.entries.push(entry);
    return entry;
  }

  /** Why a command is refused. */
  refusal(decide: Decide, by: Person = financeOfficer): Refusal {
    try {
      this.run(decide, by);
    } catch (error) {
      if (error instanceof DomainError) return error.refusal;
      throw error;
    }
    throw new Error('was not refused');
  }

  get<Type extends RecordType>(type: Type, id: string): RecordOf[Type] {
    const value = this.state.get(type, id);
    if (value === undefined) throw new Error(`there is no ${type} ${id}`);
    return value;
  }

  #decide(decide: Decide, from: From) {
    return decideOn(this.state, decide, from, () => undefined);
  }

  #decideOnAsked(decide: Decide, from: From) {
    const view = new LedgerState('partial');
    view.head = this.state.head;
    return { ...decideOn(view, decide, from, (query) => answer(query, this.state, view)), view };
  }

  #seal(draft: EntryDraft, id: number, by: Person): JournalEntry {
    const now = new Date(Date.parse(`${today}T09:00:00Z`) + this.entries.length * 1000).toISOString();
    return seal(draft, this.state.head, { id: serviceId(id), now, by }, digest);
  }
}

/** Where ids go on from, and who decides. */
type From = { readonly firstId: number; readonly by: Person };

function decideOn(view: LedgerView, decide: Decide, { firstId, by }: From, lookUp: (query: Query) => void) {
  let lastId = firstId;
  const newId = (): string => serviceId(++lastId);
  const outcome = outcomeOf(inOpenYears(decide)(view, { today, by, newId }), lookUp);
  return { outcome, lastId };
}

function outcomeOf(decision: Decision, lookUp: (query: Query) => void): EntryDraft | DomainError {
  try {
    for (let step = decision.next(); ; step = decision.next()) {
      if (step.done) return step.value;
      step.value.forEach(lookUp);
    }
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function answer(query: Query, from: LedgerState, into: LedgerState): void {
  if ('entry' in query) {
    const entry = from.entry(query.entry);
    if (entry !== undefined) into.putEntry(JournalEntry.parse(asJson(entry)));
  } else if ('record' in query) {
    into.noteLookUp(query.record, query.id);
    copy(query.record, query.id, from, into);
  } else {
    into.noteLookUp('fund', query.fundLedger);
    into.noteLookUp('balance', query.fundLedger);
    copy('fund', query.fundLedger, from, into);
    for (const id of from.all('balance').keys()) {
      if (id.startsWith(`${query.fundLedger}/`)) copy('balance', id, from, into);
    }
  }
}

function copy(type: RecordType, id: string, from: LedgerState, into: LedgerState): void {
  const value = from.get(type, id);
  if (value !== undefined) into.apply([stored(type, id, value)]);
}

/** A record after it was written to a store and read back. */
export const stored = (type: RecordType, id: string, value: unknown): Change =>
  change(type, id, recordSchemas[type].parse(asJson(value)) as RecordOf[RecordType]) as Change;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The id of what an entry recorded. */
export const idOf = ({ facts }: JournalEntry): string => ('id' in facts ? facts.id : '');
