import type { Expenditure } from '../expenditure/expenditure.ts';
import type { Balance } from '../ledger/balance.ts';
import type { Head } from '../ledger/journal-entry.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import type { PlainDate } from '../plain-date.ts';
import type { StatementException } from '../statement/exceptions.ts';
import type { NoteMarks } from './note-marks.ts';

/** What a report of a period is made from. */
export type ReportPeriod = {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The partnership's records. */
  readonly view: Pick<LedgerView, 'all' | 'partnership'>;
  /** What was posted before the period, and up to its end. */
  readonly before: readonly Balance[];
  readonly atEnd: readonly Balance[];
  /** Direct expenditure of the period that stood at its end. */
  readonly spending: readonly Expenditure[];
  readonly exceptions: readonly StatementException[];
  readonly head: Head;
};

/** A period while its report is written: notes are numbered as they come up. */
export type Writing = ReportPeriod & { readonly marks: NoteMarks };

export const isIn = ({ from, to }: Pick<ReportPeriod, 'from' | 'to'>, date: PlainDate): boolean =>
  from <= date && date <= to;

/** The notes of entries of these types that count in the period; nobody can say which record's they are. */
export const entryNotes = ({ view, to, ...period }: ReportPeriod, ...types: readonly string[]): string[] =>
  [...view.all('entryNote').values()]
    .filter(
      ({ type, effectiveOn, reversedOn }) =>
        types.includes(type) && isIn({ to, ...period }, effectiveOn) && (reversedOn === undefined || reversedOn > to),
    )
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ note }) => note);
