import { z } from 'zod';
import { financialYearOf } from '../financial-year.ts';
import { uncommittedBalance } from '../fund/uncommitted-balance.ts';
import { assertUndoable, recordsOf } from '../grant/reversal-rules.ts';
import { type DateLimits, happened, type PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import { note, Prose } from '../text.ts';
import { type Balance, byBalance, withPostings } from './balance.ts';
import { type Decide, entryAt, fundLedger, record } from './decision.ts';
import { ReversibleFact } from './facts.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { LedgerView } from './ledger-state.ts';
import { mirrored, type Posting } from './posting.ts';
import { entryNoteId, onlyOne } from './records.ts';

export const ReversalBody = (limits: DateLimits) =>
  z.strictObject({ reason: Prose, effectiveOn: happened(limits), ...note });
export type ReversalBody = z.infer<ReturnType<typeof ReversalBody>>;

/** Corrects an entry by a new one that mirrors it and names it. It counts at its own date, no earlier than the original. */
export const reverseEntry = (sequence: number, body: ReversalBody): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne), entryAt(sequence), record('reversalOf', String(sequence))];
    view.partnership();
    const original = found(view.entry(sequence), 'journal entry', String(sequence));
    const undoes = reversible(original);
    if (view.get('reversalOf', String(sequence)) !== undefined) {
      refuse({ code: 'already-reversed', subject: `Entry ${sequence}` });
    }
    const effectiveOn = dateOf(body, original, today);
    const noteId = entryNoteId(original.financialYear, sequence);
    const funds = new Set(original.postings.map(({ fundId }) => fundId));
    yield [...recordsOf(undoes), record('entryNote', noteId), ...[...funds].map(fundLedger)];
    assertUndoable(undoes, sequence, view);
    const postings = original.postings.map((posting) => mirrored(posting, original.effectiveOn, effectiveOn));
    for (const fundId of funds) assertStillCovered(fundId, postings, effectiveOn, view);
    return {
      type: 'entry-reversed',
      facts: {
        reason: body.reason,
        originalOn: original.effectiveOn,
        undoes,
        ...(body.note === undefined ? {} : { note: body.note }),
      },
      effectiveOn,
      postings,
      reverses: sequence,
    };
  };

function reversible({ type, facts }: JournalEntry): ReversibleFact {
  const parsed = ReversibleFact.safeParse({ type, facts: JSON.parse(JSON.stringify(facts)) });
  if (parsed.success) return parsed.data;
  const because =
    type === 'entry-reversed'
      ? 'A reversal is not reversed: record afresh what should stand.'
      : 'What was set up is not reversed: set it again as it should be.';
  return refuse({ code: 'not-reversible', because });
}

/** What has not yet come into effect is taken back on its own day. */
function dateOf({ effectiveOn }: ReversalBody, original: JournalEntry, today: PlainDate): PlainDate {
  if (original.effectiveOn > today) return original.effectiveOn;
  if (effectiveOn >= original.effectiveOn) return effectiveOn;
  return refuse({
    code: 'date-out-of-order',
    date: effectiveOn,
    notBefore: original.effectiveOn,
    of: 'the entry that it reverses',
  });
}

/** A reversal leaves no fund, and no grant that spending named, with less than what was already promised from it. */
function assertStillCovered(fundId: string, postings: readonly Posting[], on: PlainDate, view: LedgerView): void {
  const before = view.balancesOf(fundId);
  const after = [...before];
  for (const [, { empty, postings: own }] of byBalance(
    postings.filter((posting) => posting.fundId === fundId),
    on,
  )) {
    const place = after.findIndex((one) => one.financialYear === empty.financialYear && one.grantId === empty.grantId);
    if (place < 0) after.push(withPostings(empty, own));
    else after.splice(place, 1, withPostings(after[place] ?? empty, own));
  }
  const named = new Set(postings.map(({ grantId }) => grantId).filter((id) => id !== undefined));
  const fund = found(view.get('fund', fundId), 'fund', fundId);
  assertNoLess(fund.name, before, after, on);
  for (const grantId of named) {
    const own = (balance: Balance): boolean => balance.grantId === grantId;
    assertNoLess('the grant that spending named', before.filter(own), after.filter(own), on);
  }
}

function assertNoLess(of: string, before: readonly Balance[], after: readonly Balance[], on: PlainDate): void {
  const from = financialYearOf(on);
  const years = new Set([from, ...after.map(({ financialYear }) => financialYear).filter((year) => year > from)]);
  for (const financialYear of years) {
    const [available, left] = [uncommittedBalance(before, financialYear), uncommittedBalance(after, financialYear)];
    if (left.isNegative() && left.isLessThan(available)) {
      refuse({ code: 'insufficient-funds', of, needed: available.minus(left), available, financialYear });
    }
  }
}
