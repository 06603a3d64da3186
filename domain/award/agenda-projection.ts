import type { EntryPlace } from '../ledger/entry-place.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { agendaItemId, type Change, change } from '../ledger/records.ts';
import type { AgendaItem } from '../meeting/agenda-item.ts';
import { touched } from '../meeting/meeting-projection.ts';
import { Money } from '../money.ts';
import { found } from '../refusal.ts';
import type { Award, AwardProposed } from './award.ts';
import { awardIn } from './find-award.ts';
import type { AwardSubmitted, AwardVariationProposed, AwardWithdrawn } from './proposal.ts';

/** People by login, each once. */
export const together = (subjects: readonly string[], one: string): string[] => [...new Set([...subjects, one])];

export const latestLast = (ids: readonly string[], latest: string): string[] => [
  ...ids.filter((id) => id !== latest),
  latest,
];

export function proposed(facts: AwardProposed, { recordedBy }: EntryPlace, view: LedgerView): Change[] {
  const { id, relatedAwardId } = facts;
  const related = relatedAwardId === undefined ? undefined : awardIn(view, relatedAwardId);
  const award: Award = {
    ...facts,
    status: 'draft',
    relatedAwardIds: relatedAwardId === undefined ? [] : [relatedAwardId],
    proposers: [recordedBy.subject],
    deciders: [],
    handlers: [],
    meetingIds: [],
    interests: [],
    approvals: [],
    paidAmount: Money.zero,
    refundedAmount: Money.zero,
    releasedAmount: Money.zero,
  };
  // Awards that pay for the same thing from two funds name each other.
  const other = related && { ...related, relatedAwardIds: [...related.relatedAwardIds, id] };
  return [change('award', id, award), ...(other === undefined ? [] : [change('award', other.id, other)])];
}

type Outcome = Pick<AgendaItem, 'outcome' | 'amountApproved' | 'minuteReference'>;

/** The award's item on an agenda, with what became of it. */
export function settled({ agenda }: Award, outcome: Outcome, { sequence }: EntryPlace, view: LedgerView): Change[] {
  if (agenda === undefined) return [];
  const id = agendaItemId(agenda.meetingId, agenda.sequence);
  const item = found(view.get('agendaItem', id), 'item of the agenda', id);
  return [change('agendaItem', id, { ...item, ...outcome, outcomeSequence: sequence })];
}

/** A new item on a meeting's agenda. */
export function placed(award: Award, meetingId: string, kind: AgendaItem['kind'], { sequence }: EntryPlace): Change {
  const asked = award.variation?.amountRequested ?? award.amountRequested;
  const amountRequested = asked === undefined ? {} : { amountRequested: asked };
  const item = { meetingId, awardId: award.id, sequence, kind, ...amountRequested };
  return change('agendaItem', agendaItemId(meetingId, sequence), item);
}

/** The meetings whose agendas changed. */
export const touchedBy = (
  meetingIds: readonly (string | undefined)[],
  { sequence }: EntryPlace,
  view: LedgerView,
): Change[] =>
  [...new Set(meetingIds.flatMap((id) => id ?? []))].map((id) => touched(view, id, { revision: sequence }));

export function submitted({ awardId, meetingId }: AwardSubmitted, place: EntryPlace, view: LedgerView): Change[] {
  const before = awardIn(view, awardId);
  const isVariation = before.status === 'approved';
  // What was deferred to this meeting stands on its agenda already.
  const isThere = before.agenda?.meetingId === meetingId;
  const award: Award = {
    ...before,
    status: isVariation ? 'approved' : 'submitted',
    proposers: together(before.proposers, place.recordedBy.subject),
    agenda: isThere && before.agenda !== undefined ? before.agenda : { meetingId, sequence: place.sequence },
    meetingIds: latestLast(before.meetingIds, meetingId),
  };
  return [
    ...(isThere ? [] : settled(before, { outcome: 'moved' }, place, view)),
    ...(isThere ? [] : [placed(award, meetingId, isVariation ? 'variation' : 'proposal', place)]),
    ...touchedBy([before.agenda?.meetingId, meetingId], place, view),
    change('award', awardId, award),
  ];
}

export function withdrawn({ awardId }: AwardWithdrawn, place: EntryPlace, view: LedgerView): Change[] {
  const before = awardIn(view, awardId);
  const { agenda: _, variation: __, deferred: ___, ...award } = before;
  const status = before.status === 'approved' ? 'approved' : 'withdrawn';
  return [
    ...settled(before, { outcome: 'withdrawn' }, place, view),
    ...touchedBy([before.agenda?.meetingId], place, view),
    change('award', awardId, { ...award, status }),
  ];
}

export function variationProposed(facts: AwardVariationProposed, place: EntryPlace, view: LedgerView): Change[] {
  const { awardId, meetingId, amountRequested, reason } = facts;
  const before = awardIn(view, awardId);
  const award: Award = {
    ...before,
    proposers: together(before.proposers, place.recordedBy.subject),
    agenda: { meetingId, sequence: place.sequence },
    meetingIds: latestLast(before.meetingIds, meetingId),
    variation: { amountRequested, reason },
  };
  return [
    placed(award, meetingId, 'variation', place),
    ...touchedBy([meetingId], place, view),
    change('award', awardId, award),
  ];
}
