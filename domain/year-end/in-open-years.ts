import { financialYearOf } from '../financial-year.ts';
import type { Decide } from '../ledger/decision.ts';
import type { EntryType } from '../ledger/facts.ts';
import type { EntryDraft } from '../ledger/journal-entry.ts';
import { postedIn } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { refuse } from '../refusal.ts';

/** What changes no figure and no line of any statement; but a note would be printed in its year's. */
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
    const closed = new Set(view.get('partnership', onlyOne)?.closedYears ?? []);
    const financialYear = yearsOf(draft).find((year) => closed.has(year));
    if (financialYear !== undefined) refuse({ code: 'year-closed', financialYear });
    return draft;
  };

function yearsOf({ type, facts, postings, effectiveOn }: EntryDraft): string[] {
  const posted = postings.map((posting) => postedIn(posting, effectiveOn));
  const isQuiet = quiet.has(type) && facts.note === undefined;
  return isQuiet ? posted : [...posted, financialYearOf(effectiveOn)];
}
