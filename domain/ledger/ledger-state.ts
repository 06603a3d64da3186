import type { Partnership } from '../partnership/partnership.ts';
import { found } from '../refusal.ts';
import type { Balance } from './balance.ts';
import type { Head, JournalEntry } from './journal-entry.ts';
import { type Change, onlyOne, type RecordOf, type RecordType } from './records.ts';

/** What a decision reads; it can change nothing. */
export type LedgerView = Pick<LedgerState, 'get' | 'all' | 'balancesOf' | 'partnership' | 'entry'> & {
  readonly head: Head | undefined;
};

type Tables = { readonly [Type in RecordType]: Map<string, RecordOf[Type]> };

/** The records of one partnership that are at hand: all of them in a replay, those that a command asked for in a store. */
export class LedgerState {
  head: Head | undefined;
  readonly #tables = emptyTables();
  readonly #entries = new Map<number, JournalEntry>();
  readonly #lookedUp: Set<string> | undefined;

  /** `complete`: what is not at hand does not exist. `partial`: only what was looked up is known, there or not. */
  constructor(extent: 'complete' | 'partial') {
    this.#lookedUp = extent === 'partial' ? new Set() : undefined;
  }

  get<Type extends RecordType>(type: Type, id: string): RecordOf[Type] | undefined {
    if (this.knows(type, id)) return this.#tables[type].get(id);
    throw new Error(`read before it was looked up: ${type} ${id}`);
  }

  knows(type: RecordType, id: string): boolean {
    return this.#lookedUp?.has(key(type, type === 'balance' ? fundOf(id) : id)) ?? true;
  }

  /** Says that a record was looked up, whether it was there or not; for `balance`, all those of a fund. */
  noteLookUp(type: RecordType, id: string): void {
    this.#lookedUp?.add(key(type, id));
  }

  all<Type extends RecordType>(type: Type): ReadonlyMap<string, RecordOf[Type]> {
    return this.#tables[type];
  }

  partnership(): Partnership {
    return found(this.get('partnership', onlyOne), 'partnership', '');
  }

  balancesOf(fundId: string): Balance[] {
    if (!this.knows('balance', fundId)) throw new Error(`read before they were looked up: balances of ${fundId}`);
    return [...this.#tables.balance.values()].filter((balance) => balance.fundId === fundId);
  }

  entry(sequence: number): JournalEntry | undefined {
    return this.#entries.get(sequence);
  }

  apply(changes: readonly Change[]): void {
    for (const change of changes) this.#set(change);
  }

  putEntry(entry: JournalEntry): void {
    this.#entries.set(entry.sequence, entry);
  }

  #set<Type extends RecordType>({ type, id, value }: Change<Type>): void {
    this.#tables[type].set(id, value);
    if (type !== 'balance') this.noteLookUp(type, id);
  }
}

const key = (type: RecordType, id: string): string => `${type} ${id}`;
const fundOf = (balanceId: string): string => balanceId.split('/', 1)[0] ?? '';

const emptyTables = (): Tables => ({
  partnership: new Map(),
  governance: new Map(),
  terms: new Map(),
  priorities: new Map(),
  year: new Map(),
  funder: new Map(),
  fund: new Map(),
  balance: new Map(),
  sharedFund: new Map(),
  grant: new Map(),
  receipt: new Map(),
  topSlice: new Map(),
  variation: new Map(),
  expenditure: new Map(),
  meeting: new Map(),
  agendaItem: new Map(),
  interest: new Map(),
  award: new Map(),
  awardBalance: new Map(),
  awardEntry: new Map(),
  bankReference: new Map(),
  entryNote: new Map(),
  reversalOf: new Map(),
});
