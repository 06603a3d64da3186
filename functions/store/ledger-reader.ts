import type { Query } from '../../domain/ledger/decision.ts';
import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import type { Database, Located } from './database.ts';
import { FirstAnswer, putInto, readEntry, readHead } from './items.ts';
import { entryKey, fundRange, headKey, type ItemKey, recordKey } from './keys.ts';

type RecordQuery = Extract<Query, { record: unknown }>;
type EntryQuery = Extract<Query, { entry: unknown }>;

// A read transaction takes 100 items; the head and the first answer are two of them.
const together = 98;

/**
 * Looks up what a decision needs to know, into a state that holds just that. The head is read before, or in one moment
 * with, everything else: whatever changes afterwards fails the commit that is conditional on it.
 */
export class LedgerReader {
  readonly state = new LedgerState('partial');
  /** How often the database was asked: what is read at once is of one moment. */
  lookUps = 0;
  readonly #database: Database;
  readonly #partnershipId: string;

  constructor(database: Database, partnershipId: string) {
    this.#database = database;
    this.#partnershipId = partnershipId;
  }

  /** The first look-up: the head, the first answer to the same command, and what else can be had in the same moment. */
  async begin(queries: readonly Query[], answerKey: ItemKey | undefined): Promise<FirstAnswer | undefined> {
    const asked = [...new Map(queries.filter(isSingle).map((query) => [nameOf(query), query])).values()].slice(
      0,
      together,
    );
    const located: Located[] = [
      { table: 'records', key: headKey(this.#partnershipId) },
      ...(answerKey === undefined ? [] : [{ table: 'records', key: answerKey } as const]),
      ...asked.map((query) => this.#locate(query)),
    ];
    this.lookUps += 1;
    const [head, ...items] = await this.#database.getTogether(located);
    this.state.head = readHead(head);
    const answer = answerKey === undefined ? undefined : items.shift();
    for (const [place, query] of asked.entries()) this.#keep(query, items[place]);
    if (answer !== undefined) return FirstAnswer.parse(answer);
    const names = new Set(asked.map(nameOf));
    await this.lookUp(queries.filter((query) => !isSingle(query) || !names.has(nameOf(query))));
    return undefined;
  }

  async lookUp(queries: readonly Query[]): Promise<void> {
    if (queries.length === 0) return;
    this.lookUps += 1;
    const records = queries.filter(isRecord).filter(({ record, id }) => !this.#knows(record, id));
    await Promise.all([
      this.#lookUpRecords(records),
      ...queries.map((query) => ('fundLedger' in query ? this.#lookUpFund(query.fundLedger) : undefined)),
      this.#lookUpEntries(queries.filter(isEntry)),
    ]);
  }

  #knows(record: RecordQuery['record'], id: string): boolean {
    return record !== 'balance' && this.state.knows(record, id);
  }

  async #lookUpRecords(queries: readonly RecordQuery[]): Promise<void> {
    if (queries.length === 0) return;
    const keys = new Map(
      queries.map(({ record, id }) => {
        const key = recordKey(this.#partnershipId, record, id);
        return [`${key.pk} ${key.sk}`, key];
      }),
    );
    putInto(this.state, await this.#database.getMany('records', [...keys.values()]));
    for (const { record, id } of queries) this.state.noteLookUp(record, id);
  }

  async #lookUpFund(fundId: string): Promise<void> {
    if (this.state.knows('balance', fundId)) return;
    putInto(this.state, await this.#database.all('records', fundRange(this.#partnershipId, fundId)));
    this.state.noteLookUp('fund', fundId);
    this.state.noteLookUp('balance', fundId);
  }

  async #lookUpEntries(queries: readonly EntryQuery[]): Promise<void> {
    if (queries.length === 0) return;
    const keys = queries.map(({ entry }) => entryKey(this.#partnershipId, entry));
    for (const item of await this.#database.getMany('journal', keys)) this.state.putEntry(readEntry(item));
  }

  #locate(query: RecordQuery | EntryQuery): Located {
    if ('entry' in query) return { table: 'journal', key: entryKey(this.#partnershipId, query.entry) };
    return { table: 'records', key: recordKey(this.#partnershipId, query.record, query.id) };
  }

  #keep(query: RecordQuery | EntryQuery, item: unknown): void {
    if ('record' in query) this.state.noteLookUp(query.record, query.id);
    if (item === undefined) return;
    if ('record' in query) putInto(this.state, [item]);
    else this.state.putEntry(readEntry(item));
  }
}

/** A transaction asks for each item once. */
const nameOf = (query: RecordQuery | EntryQuery): string =>
  'record' in query ? `${query.record} ${query.id}` : `entry ${query.entry}`;

const isRecord = (query: Query): query is RecordQuery => 'record' in query;
const isEntry = (query: Query): query is EntryQuery => 'entry' in query;
const isSingle = (query: Query): query is RecordQuery | EntryQuery => isRecord(query) || isEntry(query);
