import { isAwardFact, projectAwardFact, undoAwardFact } from '../award/award-projection.ts';
import { financialYearOf } from '../financial-year.ts';
import { isFundFact, projectFundFact, undoFundFact } from '../fund/fund-projection.ts';
import { projectGrantFact, undoGrantFact } from '../grant/grant-projection.ts';
import { projectMeetingFact } from '../meeting/meeting-projection.ts';
import { projectPartnershipFact } from '../partnership/partnership-projection.ts';
import type { PlainDate } from '../plain-date.ts';
import { found } from '../refusal.ts';
import { projectYearFact } from '../year-end/year-projection.ts';
import { byAward, byBalance, withDays, withPostings } from './balance.ts';
import type { ReversalPlace } from './entry-place.ts';
import type { ReversibleFact } from './facts.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { LedgerView } from './ledger-state.ts';
import { type Change, change, entryNoteId } from './records.ts';

/**
 * The records as they stand after an entry: the one way in which anything comes to be stored beside the journal.
 * Refuses nothing: the entry has happened. With `until`, postings dated later do not count in balances.
 */
export function project(entry: JournalEntry, view: LedgerView, until?: PlainDate): Change[] {
  return [...balanceChanges(entry, view, until), ...recordChanges(entry, view), ...noteChanges(entry)];
}

function balanceChanges({ postings, effectiveOn }: JournalEntry, view: LedgerView, until?: PlainDate): Change[] {
  return [
    ...[...byBalance(postings, effectiveOn, until)].map(([id, { empty, postings: own }]) =>
      change('balance', id, withPostings(view.get('balance', id) ?? empty, own)),
    ),
    ...[...byAward(postings, effectiveOn, until)].map(([id, { empty, postings: own }]) =>
      change('awardBalance', id, withDays(view.get('awardBalance', id) ?? empty, own, effectiveOn)),
    ),
  ];
}

function recordChanges(entry: JournalEntry, view: LedgerView): Change[] {
  switch (entry.type) {
    case 'partnership-created':
    case 'terms-set':
    case 'priorities-set':
    case 'funder-named':
      return projectPartnershipFact(entry, entry, view);
    case 'fund-opened':
    case 'opening-balance-recorded':
    case 'opening-receipt-recorded':
    case 'opening-repayment-recorded':
    case 'shared-fund-noted':
      return projectFundFact(entry, entry, view);
    case 'grant-agreed':
    case 'receipt-recorded':
    case 'top-slice-notified':
    case 'grant-varied':
    case 'condition-met':
    case 'expenditure-recorded':
    case 'repayment-recorded':
    case 'repayment-refunded':
      return projectGrantFact(entry, entry, view);
    case 'meeting-scheduled':
    case 'attendance-recorded':
    case 'meeting-opened':
    case 'meeting-closed':
    case 'minutes-confirmed':
      return projectMeetingFact(entry, entry, view);
    case 'interest-declared':
    case 'award-proposed':
    case 'award-submitted':
    case 'award-withdrawn':
    case 'award-variation-proposed':
    case 'award-decided':
    case 'chairs-action-taken':
    case 'chairs-action-ratified':
    case 'award-paid':
    case 'award-refunded':
    case 'award-closed':
      return projectAwardFact(entry, entry, view);
    case 'year-closed':
    case 'year-certified':
    case 'year-reopened':
      return projectYearFact(entry, entry, view);
    case 'entry-reversed':
      return reversalChanges(entry, view);
  }
}

function reversalChanges(entry: JournalEntry & { type: 'entry-reversed' }, view: LedgerView): Change[] {
  const original = found(entry.reverses, 'reversed entry', entry.id);
  const { undoes } = entry.facts;
  const place = { ...entry, original };
  const undone = undo(undoes, place, view);
  const noteId = entryNoteId(financialYearOf(entry.facts.originalOn), original);
  const note = undoes.facts.note === undefined ? undefined : view.get('entryNote', noteId);
  return [
    ...undone,
    change('reversalOf', String(original), { reversedBy: entry.sequence }),
    ...(note === undefined ? [] : [change('entryNote', noteId, { ...note, reversedOn: entry.effectiveOn })]),
  ];
}

function undo(undoes: ReversibleFact, place: ReversalPlace, view: LedgerView): Change[] {
  if (isFundFact(undoes)) return undoFundFact(undoes, place, view);
  return isAwardFact(undoes) ? undoAwardFact(undoes, place, view) : undoGrantFact(undoes, place, view);
}

function noteChanges({ facts, sequence, type, financialYear, effectiveOn }: JournalEntry): Change[] {
  const { note } = facts;
  // What was noted with a signature stands with it: among the statement's own notes it would change what was signed.
  if (note === undefined || type === 'year-certified') return [];
  const id = entryNoteId(financialYear, sequence);
  return [change('entryNote', id, { sequence, type, financialYear, effectiveOn, note })];
}
