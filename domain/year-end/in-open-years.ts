import { endOf, type FinancialYear, financialYearOf, isWithin, startOf } from '../financial-year.ts';
import { type FunderNamed, nameOn } from '../funder/funder.ts';
import type { Decide } from '../ledger/decision.ts';
import type { EntryType } from '../ledger/facts.ts';
import type { EntryDraft } from '../ledger/journal-entry.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { postedIn } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { closedYearsOf } from '../partnership/partnership.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';

/** What changes no figure and no line of its year's statement; but a note would be printed there. */
const quiet = new Set<EntryType>([
  'partnership-created',
  'terms-set',
  'priorities-set',
  'funder-named',
  'meeting-scheduled',
  'attendance-recorded',
  'meeting-opened',
  'meeting-closed',
  'minutes-confirmed',
  'interest-declared',
  'award-proposed',
  'award-submitted',
  'award-withdrawn',
  'award-variation-proposed',
]);

/** What closes a year, or opens it again, is the one thing that posts to it afterwards. */
const ofYearEnd = new Set<EntryType>(['year-closed', 'year-certified', 'year-reopened']);

/** After a year is closed, nothing can be posted to it: whatever a command decides, in whatever area. */
export const inOpenYears = (decide: Decide): Decide =>
  function* (view, context) {
    const draft = yield* decide(view, context);
    if (ofYearEnd.has(draft.type)) return draft;
    // Nothing can be closed yet where the partnership is only now created.
    const partnership = view.get('partnership', onlyOne);
    if (partnership !== undefined) assertOpen(closedYearsOf(partnership), yearsOf(draft));
    return draft;
  };

/**
 * Refuses what is dated in a closed year. A decision asks this before what else it refuses, since in a closed year nothing
 * that it could say about money would help.
 */
export const assertYearOpen = (view: Pick<LedgerView, 'partnership'>, on: PlainDate): void =>
  assertOpen(closedYearsOf(view.partnership()), [financialYearOf(on)]);

/** A year before a closed one may be open where nothing was in it so far; what came to be in it would change the closed. */
function assertOpen(closedYears: readonly FinancialYear[], years: readonly FinancialYear[]): void {
  const financialYear = closedYears.find((closed) => years.some((year) => year <= closed));
  if (financialYear !== undefined) refuse({ code: 'year-closed', financialYear });
}

function yearsOf({ type, facts, postings, effectiveOn }: EntryDraft): FinancialYear[] {
  const posted = postings.map((posting) => postedIn(posting, effectiveOn));
  const isQuiet = quiet.has(type) && facts.note === undefined;
  return isQuiet ? posted : [...posted, financialYearOf(effectiveOn)];
}

type Names = Pick<FunderNamed, 'names'>;

/** Statements print the name that a funder had on their date: what it was called in a closed year stays. */
export function assertSameNames(view: Pick<LedgerView, 'partnership'>, before: Names, after: Names): void {
  const changes = [...before.names, ...after.names].flatMap(({ from }) => from ?? []);
  const financialYear = closedYearsOf(view.partnership()).find((year) => {
    const dates = [startOf(year), ...changes.filter((date) => isWithin(year, date)), endOf(year)];
    return dates.some((date) => nameOn(before, date) !== nameOn(after, date));
  });
  if (financialYear !== undefined) refuse({ code: 'year-closed', financialYear });
}
