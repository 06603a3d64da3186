import { z } from 'zod';
import { awardOf } from '../award/find-award.ts';
import { movementQueries } from '../award/movements.ts';
import { releasedAgainOn, releasesAgain } from '../award/released-again.ts';
import { uncommittedBalance } from '../fund/uncommitted-balance.ts';
import { receivableIn } from '../grant/receivable.ts';
import { type DateLimits, happened, type PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import { note, Prose } from '../text.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { afterPostings } from './after-postings.ts';
import type { Balance } from './balance.ts';
import { type Decide, entryAt, fundLedger, type Query, record } from './decision.ts';
import { type EntryType, ReversibleFact } from './facts.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { LedgerView } from './ledger-state.ts';
import { mirrored, type Posting } from './posting.ts';
import { entryNoteId, onlyOne } from './records.ts';
import { assertUndoable, recordsOf } from './reversal-rules.ts';
import { atYearEnds } from './year-ends.ts';

export const ReversalBody = (limits: DateLimits) =>
  z.strictObject({ reason: Prose, effectiveOn: happened(limits), ...note });
export type ReversalBody = z.infer<ReturnType<typeof ReversalBody>>;

/** Corrects an entry by a new one that mirrors it and names it. It counts at its own date, not before the original. */
export const reverseEntry = (sequence: number, body: ReversalBody): Decide =>
  function* (view, { today, by }) {
    yield [record('partnership', onlyOne), entryAt(sequence), record('reversalOf', String(sequence))];
    view.partnership();
    const original = found(view.entry(sequence), 'journal entry', String(sequence));
    const undoes = reversible(original);
    if (view.get('reversalOf', String(sequence)) !== undefined) {
      refuse({ code: 'already-reversed', subject: `Entry ${sequence}` });
    }
    const effectiveOn = dateOf(body, original, today, view);
    const noteId = entryNoteId(original.financialYear, sequence);
    const funds = new Set(original.postings.map(({ fundId }) => fundId));
    yield [...recordsOf(undoes, sequence), record('entryNote', noteId), ...[...funds].map(fundLedger)];
    yield movementsOf(undoes, effectiveOn, view);
    assertUndoable(undoes, { sequence, by: by.subject, on: effectiveOn }, view);
    const postings = [
      ...original.postings.map((posting) => mirrored(posting, original.effectiveOn, effectiveOn)),
      ...releasesAfter(undoes, effectiveOn, view),
    ];
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

/** Where an award is paid or refunded: all that was posted for it. */
function movementsOf({ type, facts }: ReversibleFact, on: PlainDate, view: LedgerView): Query[] {
  if (type !== 'award-paid' && type !== 'award-refunded') return [];
  const award = awardOf(view, facts.awardId);
  return movementQueries(award, on, releasedAgainOn(award, on));
}

const releasesAfter = ({ type, facts }: ReversibleFact, on: PlainDate, view: LedgerView): Posting[] =>
  type === 'award-paid' ? releasesAgain(awardOf(view, facts.awardId), facts.amount, on) : [];

function reversible({ type, facts }: JournalEntry): ReversibleFact {
  const parsed = ReversibleFact.safeParse({ type, facts: JSON.parse(JSON.stringify(facts)) });
  if (parsed.success) return parsed.data;
  return refuse({ code: 'not-reversible', because: whyNot(type) });
}

function whyNot(type: EntryType): string {
  if (type === 'entry-reversed') return 'A reversal is not reversed: record afresh what should stand.';
  if (type.startsWith('year-'))
    return 'Closing and certifying a year are not reversed: the chief finance officer opens the year again.';
  const isOfMeeting = ['meeting', 'attendance', 'minutes', 'award', 'chairs-action'].some((what) =>
    type.startsWith(what),
  );
  if (isOfMeeting)
    return 'What a meeting did, or what was proposed to it, is not reversed: a later meeting decides afresh.';
  return 'What was set up is not reversed: set it again as it should be.';
}

/** What has not yet come into effect is taken back on its own day. */
function dateOf({ effectiveOn }: ReversalBody, original: JournalEntry, today: PlainDate, view: LedgerView): PlainDate {
  if (original.effectiveOn > today) return original.effectiveOn;
  assertYearOpen(view, effectiveOn);
  if (original.type === 'opening-balance-recorded' && effectiveOn !== original.effectiveOn) {
    const because = `What was brought forward stands at the start of a fund: reverse it on its own date, ${original.effectiveOn}.`;
    return refuse({ code: 'not-reversible', because });
  }
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
  const after = afterPostings(
    before,
    postings.filter((posting) => posting.fundId === fundId),
    on,
  );
  const fund = found(view.get('fund', fundId), 'fund', fundId);
  assertNoLess(fund.name, before, after, on);
  for (const grantId of new Set(postings.flatMap((posting) => posting.grantId ?? []))) {
    const own = (balance: Balance): boolean => balance.grantId === grantId;
    assertNoLess('the grant that spending named', before.filter(own), after.filter(own), on);
    assertStillReceivable(before.filter(own), after.filter(own), on);
  }
}

function assertNoLess(of: string, before: readonly Balance[], after: readonly Balance[], on: PlainDate): void {
  for (const { financialYear, amount: left } of atYearEnds(after, on, uncommittedBalance)) {
    const available = uncommittedBalance(before.filter((balance) => balance.financialYear <= financialYear));
    if (left.isNegative() && left.isLessThan(available)) {
      refuse({ code: 'insufficient-funds', of, needed: available.minus(left), available, financialYear });
    }
  }
}

/** What was received stays within what there was to receive, at the end of every year. */
function assertStillReceivable(before: readonly Balance[], after: readonly Balance[], on: PlainDate): void {
  for (const { financialYear, amount: left } of atYearEnds(after, on, receivableIn)) {
    const stood = receivableIn(before.filter((balance) => balance.financialYear <= financialYear));
    if (!left.isNegative() || !left.isLessThan(stood)) continue;
    const because = `More would have been received by the end of ${financialYear.replace('-', '/')} than there was to receive: reverse it at a later date.`;
    refuse({ code: 'not-reversible', because });
  }
}
