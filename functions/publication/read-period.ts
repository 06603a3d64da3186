import { endOf, type FinancialYear, financialYearOf, startOf, yearsBetween } from '../../domain/financial-year.ts';
import { type Balance, byBalance, withPostings } from '../../domain/ledger/balance.ts';
import type { Head } from '../../domain/ledger/journal-entry.ts';
import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import type { RecordType } from '../../domain/ledger/records.ts';
import { Replay } from '../../domain/ledger/replay.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import type { ReportPeriod } from '../../domain/publication/report-period.ts';
import { makeStatement } from '../../domain/statement/make-statement.ts';
import { atOneHead, headOfJournal } from '../store/at-one-head.ts';
import type { Database } from '../store/database.ts';
import { digest } from '../store/digest.ts';
import { putInto, readEntry } from '../store/items.ts';
import { assertInTime, storedEntries } from '../store/journal-reader.ts';
import { notesRange, recordRange, statementRange } from '../store/keys.ts';
import { standingSpending } from './standing-spending.ts';

type Span = { readonly from: PlainDate; readonly to: PlainDate };
type Books = { readonly state: LedgerState; readonly before: readonly Balance[]; readonly atEnd: readonly Balance[] };

// As statements of other dates than a year's end, which read the whole journal too.
const extraTime = 6000;

/** What a report of a period is made from: kept records where whole years are asked for, else the journal recomputed. */
export async function readPeriod(
  database: Database,
  partnershipId: string,
  span: Span,
  deadline: number,
): Promise<ReportPeriod> {
  const read = areWholeYears(span)
    ? () => keptBooks(database, partnershipId, span, deadline)
    : (head: Head) => recomputedBooks(database, partnershipId, span, head, deadline + extraTime);
  const { state: books, head } = await atOneHead(() => headOfJournal(database, partnershipId), deadline, read);
  const last = { financialYear: financialYearOf(span.to), asOf: span.to };
  const { exceptions } = makeStatement(books.state, last, head, digest);
  const spending = await standingSpending(database, books.state, span);
  return { ...span, view: books.state, before: books.before, atEnd: books.atEnd, spending, exceptions, head };
}

const areWholeYears = ({ from, to }: Span): boolean =>
  from === startOf(financialYearOf(from)) && to === endOf(financialYearOf(to));

const others = ['meeting', 'priorities', 'expenditure'] as const satisfies RecordType[];

/** What running balances say: their years are whole. */
async function keptBooks(
  database: Database,
  partnershipId: string,
  { from, to }: Span,
  deadline: number,
): Promise<Books> {
  const [first, last] = [financialYearOf(from), financialYearOf(to)];
  const state = new LedgerState('complete');
  const ranges = [
    statementRange(partnershipId),
    ...others.map((type) => recordRange(partnershipId, type)),
    ...yearsBetween(first, last).map((year) => notesRange(partnershipId, year)),
  ];
  for (const range of ranges) {
    for await (const items of database.pages('records', range)) {
      assertInTime(deadline);
      putInto(state, items);
    }
  }
  const upTo = (isWanted: (year: FinancialYear) => boolean): Balance[] =>
    [...state.all('balance').values()].filter(({ financialYear }) => isWanted(financialYear));
  return { state, before: upTo((year) => year < first), atEnd: upTo((year) => year <= last) };
}

/** The journal entry by entry, once: up to the period's end, and of money alone up to the day before it. */
async function recomputedBooks(
  database: Database,
  partnershipId: string,
  { from, to }: Span,
  { sequence }: Head,
  deadline: number,
): Promise<Books> {
  const replay = new Replay(to);
  const before = new Map<string, Balance>();
  for await (const { item } of storedEntries(database, partnershipId, sequence, deadline)) {
    const entry = readEntry(item);
    replay.add(entry);
    for (const [id, { empty, postings }] of byBalance(entry.postings, entry.effectiveOn, addDays(from, -1))) {
      before.set(id, withPostings(before.get(id) ?? empty, postings));
    }
  }
  const { state } = replay;
  return { state, before: [...before.values()], atEnd: [...state.all('balance').values()] };
}
