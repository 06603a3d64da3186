import type { Head } from '../../../domain/ledger/journal-entry.ts';
import type { LedgerState } from '../../../domain/ledger/ledger-state.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import { makeStatement, wholeYear } from '../../../domain/statement/make-statement.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { digest } from '../../../functions/store/digest.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

const noHead: Head = { sequence: 0, hash: '', recordedAt: '1970-01-01T00:00:00.000Z' };

/** The statement of a whole year from the records as they are kept. */
export const statementOf = ({ state }: { readonly state: LedgerState }, year: string): YearEndStatement =>
  makeStatement(state, wholeYear(year), state.head ?? noHead, digest);

/** The same from the journal alone: up to a date, as the journal stood at an entry. */
export function recomputed(
  { entries }: Pick<TestLedger, 'entries'>,
  financialYear: string,
  asOf: string,
  knownAt = entries.length,
): YearEndStatement {
  const replay = new Replay(asOf);
  for (const entry of entries.slice(0, knownAt)) replay.add(entry);
  return makeStatement(replay.state, { financialYear, asOf }, replay.state.head ?? noHead, digest);
}

/** As an answer carries it: amounts are text. */
type Plain<T> = T extends { readonly text: string }
  ? string
  : T extends object
    ? { [Member in keyof T]: Plain<T[Member]> }
    : T;

export const plain = <T>(value: T): Plain<T> => asJson(value);

export const plainStatement = (ledger: TestLedger, year: string): Plain<YearEndStatement> =>
  plain(statementOf(ledger, year));
