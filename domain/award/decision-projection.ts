import type { EntryPlace } from '../ledger/entry-place.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { agendaItemId, type Change, change, onlyOne } from '../ledger/records.ts';
import type { AgendaItem } from '../meeting/agenda-item.ts';
import { touched } from '../meeting/meeting-projection.ts';
import { Money } from '../money.ts';
import { governanceOf, reliedOn } from '../partnership/terms-in-force.ts';
import type { PlainDate } from '../plain-date.ts';
import { latestLast, placed, settled, together, touchedBy } from './agenda-projection.ts';
import type { Award } from './award.ts';
import type { AwardDecided, ChairsActionRatified, ChairsActionTaken } from './decision.ts';
import { awardIn } from './find-award.ts';
import { movedOn } from './movements.ts';

/** The records after a meeting decided. The decision relied on the attendance, and on the terms in force that day. */
export function decided(facts: AwardDecided, place: EntryPlace, view: LedgerView): Change[] {
  const { awardId, meetingId, outcome, kind, deferredTo, minuteReference } = facts;
  const before = awardIn(view, awardId);
  const { agenda: _, ...rest } = before;
  const after = outcome === 'approved' ? approved(rest, facts, place) : withOutcome(rest, facts, place);
  const meetings = latestLast(before.meetingIds, meetingId);
  const meetingIds = deferredTo === undefined ? meetings : latestLast(meetings, deferredTo);
  const award = withDecider({ ...after, meetingIds }, place);
  const amount = facts.amountApproved === undefined ? {} : { amountApproved: facts.amountApproved };
  const result = { outcome, minuteReference, ...amount };
  const moved = deferredTo === undefined ? [] : [placed(award, deferredTo, kind, place)];
  const agenda = deferredTo === undefined ? {} : { agenda: { meetingId: deferredTo, sequence: place.sequence } };
  return [
    ...(kind === 'amount'
      ? decidedAtOnce(award, meetingId, kind, result, place)
      : settled(before, result, place, view)),
    ...moved,
    ...touchedBy([deferredTo], place, view),
    touched(view, meetingId, { revision: place.sequence, isReliedOn: true }),
    change('award', awardId, { ...award, ...agenda }),
    change('governance', onlyOne, reliedOn(governanceOf(view), place.effectiveOn)),
  ];
}

const withDecider = (award: Award, { recordedBy, effectiveOn }: EntryPlace): Award => ({
  ...award,
  deciders: together(award.deciders, recordedBy.subject),
  ...(award.approvals.length > 0 ? movedOn(award, effectiveOn) : {}),
});

function approved(before: Award, facts: AwardDecided, { sequence, effectiveOn }: EntryPlace): Award {
  const { variation: _, deferred: __, ...award } = before;
  const { meetingId, minuteReference, amountApproved } = facts;
  const approval = { sequence, decidedOn: effectiveOn, meetingId, minuteReference };
  const amount = amountApproved === undefined ? {} : { amountApproved };
  const released = amountApproved === undefined ? {} : { releasedAmount: Money.zero };
  return { ...award, ...released, status: 'approved', approvals: [...award.approvals, { ...approval, ...amount }] };
}

/** A variation that is rejected, or deferred, leaves the award approved as it was. */
function withOutcome(before: Award, { kind, outcome, meetingId }: AwardDecided, { effectiveOn }: EntryPlace): Award {
  const isVariation = kind === 'variation';
  if (outcome === 'deferred') {
    const deferred = { meetingId, heldOn: effectiveOn };
    return { ...before, deferred, status: isVariation ? before.status : 'deferred' };
  }
  if (!isVariation) return { ...before, status: outcome };
  const { variation: _, deferred: __, ...award } = before;
  return award;
}

type Result = Pick<AgendaItem, 'outcome' | 'minuteReference' | 'amountApproved'>;

/** What a meeting decides without its having been on the agenda becomes an item of it. */
function decidedAtOnce(
  { id, amountRequested }: Award,
  meetingId: string,
  kind: AgendaItem['kind'],
  result: Result,
  { sequence }: EntryPlace,
): Change[] {
  const asked = amountRequested === undefined ? {} : { amountRequested };
  const item = { meetingId, awardId: id, sequence, kind, ...asked, ...result, outcomeSequence: sequence };
  return [change('agendaItem', agendaItemId(meetingId, sequence), item)];
}

/** The records after the chair acted between meetings. */
export function acted(facts: ChairsActionTaken, place: EntryPlace, view: LedgerView): Change[] {
  const { awardId, amountApproved, decidedOn, ratifyBy } = facts;
  const before = awardIn(view, awardId);
  const { agenda: _, deferred: __, ...rest } = before;
  const award: Award = {
    ...rest,
    status: 'approved',
    approvals: [...rest.approvals, { sequence: place.sequence, decidedOn, amountApproved }],
    ratification: {
      status: 'awaited',
      actedBy: place.recordedBy.subject,
      actedOn: decidedOn,
      due: ratifyBy === undefined ? 'next-meeting' : 'by-day',
      ...dueOn(ratifyBy ?? governanceOf(view).heldOn.find((heldOn) => heldOn > decidedOn)),
    },
  };
  const governance = reliedOn(governanceOf(view), decidedOn);
  return [
    ...settled(before, { outcome: 'chairs-action', amountApproved }, place, view),
    ...touchedBy([before.agenda?.meetingId], place, view),
    change('award', awardId, withDecider(award, place)),
    change('governance', onlyOne, {
      ...governance,
      unratifiedAwardIds: [...governance.unratifiedAwardIds, awardId],
    }),
  ];
}

const dueOn = (date: PlainDate | undefined): { dueOn?: PlainDate } => (date === undefined ? {} : { dueOn: date });

/** The records after a meeting ratified the chair's action, or refused to: then the award is closed. */
export function ratified(facts: ChairsActionRatified, place: EntryPlace, view: LedgerView): Change[] {
  const { awardId, meetingId, outcome, minuteReference, released } = facts;
  const before = awardIn(view, awardId);
  const { ratification, ...rest } = before;
  const ratifiedOn = place.effectiveOn;
  const award: Award = {
    ...rest,
    meetingIds: latestLast(rest.meetingIds, meetingId),
    ...(outcome === 'refused' ? { status: 'closed', releasedAmount: rest.releasedAmount.plus(released) } : {}),
    ...(ratification === undefined
      ? {}
      : { ratification: { ...ratification, status: outcome, ratifiedOn, meetingId, minuteReference } }),
  };
  const governance = reliedOn(governanceOf(view), place.effectiveOn);
  return [
    ...decidedAtOnce(award, meetingId, 'ratification', { outcome, minuteReference }, place),
    touched(view, meetingId, { revision: place.sequence, isReliedOn: true }),
    change('award', awardId, withDecider(award, place)),
    change('governance', onlyOne, {
      ...governance,
      unratifiedAwardIds: governance.unratifiedAwardIds.filter((id) => id !== awardId),
    }),
  ];
}
