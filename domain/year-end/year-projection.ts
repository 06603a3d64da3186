import { endOf, type FinancialYear } from '../financial-year.ts';
import type { EntryPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, entryNoteId, onlyOne } from '../ledger/records.ts';
import type { Year } from './year.ts';

type YearFact = Extract<Fact, { type: 'year-closed' | 'year-certified' | 'year-reopened' }>;

/** The records after a year was closed, certified or opened again. */
export function projectYearFact(fact: YearFact, { sequence, recordedBy }: EntryPlace, view: LedgerView): Change[] {
  const { financialYear } = fact.facts;
  const { closing, ...year } = yearOf(view, financialYear);
  switch (fact.type) {
    case 'year-closed': {
      const { disposals } = fact.facts;
      const closed = { sequence, closedBy: recordedBy.subject, disposals };
      return [
        change('year', financialYear, { ...year, status: 'closed', closing: closed }),
        withYears(view, (years) => [...years, financialYear].toSorted()),
      ];
    }
    case 'year-certified': {
      // A note may be long, and stands in the certified statement itself.
      const { financialYear: _, note: __, ...version } = fact.facts;
      const certified = { ...version, sequence, certifiedBy: recordedBy.subject };
      return [
        change('year', financialYear, {
          ...year,
          ...(closing === undefined ? {} : { closing }),
          status: 'certified',
          versions: [...year.versions, certified],
        }),
      ];
    }
    case 'year-reopened':
      return [
        change('year', financialYear, { ...year, status: 'open' }),
        ...(closing === undefined ? [] : undone(closing.sequence, financialYear, sequence, view)),
        withYears(view, (years) => years.filter((one) => one !== financialYear)),
      ];
  }
}

/** What closing the year recorded is taken back, also what was noted with it. */
function undone(closing: number, year: FinancialYear, reversedBy: number, view: LedgerView): Change[] {
  const noteId = entryNoteId(year, closing);
  const note = view.get('entryNote', noteId);
  return [
    change('reversalOf', String(closing), { reversedBy }),
    ...(note === undefined ? [] : [change('entryNote', noteId, { ...note, reversedOn: endOf(year) })]),
  ];
}

const yearOf = (view: LedgerView, financialYear: FinancialYear): Year =>
  view.get('year', financialYear) ?? { financialYear, status: 'open', versions: [] };

function withYears(view: LedgerView, closedYears: (years: readonly string[]) => string[]): Change {
  const { closedYears: before = [], ...partnership } = view.partnership();
  const after = closedYears(before);
  return change('partnership', onlyOne, { ...partnership, ...(after.length === 0 ? {} : { closedYears: after }) });
}
