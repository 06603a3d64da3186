import { type Award, amountApproved } from '../../domain/award/award.ts';
import { awardIn, interestQueries, interestsOf } from '../../domain/award/find-award.ts';
import { entryAt, record } from '../../domain/ledger/decision.ts';
import type { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { interestId, onlyOne } from '../../domain/ledger/records.ts';
import type { AgendaItem } from '../../domain/meeting/agenda-item.ts';
import { meetingOf } from '../../domain/meeting/at-meeting.ts';
import type { Interest } from '../../domain/meeting/interest.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { presidingOver } from '../../domain/meeting/presiding.ts';
import { authoritiesPresent } from '../../domain/meeting/quorum.ts';
import { Money } from '../../domain/money.ts';
import { governanceOf, termsInForce } from '../../domain/partnership/terms-in-force.ts';
import type { TermsOfReference } from '../../domain/partnership/terms-of-reference.ts';
import type { Database } from '../store/database.ts';
import { putInto } from '../store/items.ts';
import { recordRange } from '../store/keys.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { showCorrection, showMeeting } from './present.ts';

export type WholeMeeting = { readonly meeting: Meeting; readonly shown: object };

/** A meeting with its agenda: what waits, what was decided, and chair's action that waits for a meeting. */
export async function readMeeting(database: Database, partnershipId: string, meetingId: string): Promise<WholeMeeting> {
  const reader = new LedgerReader(database, partnershipId);
  const { state } = reader;
  await reader.lookUp([record('partnership', onlyOne), record('governance', onlyOne), record('meeting', meetingId)]);
  const meeting = meetingOf(state, meetingId);
  const terms = await termsOf(reader, meeting);
  const ranges = (['agendaItem', 'interest'] as const).map((type) => recordRange(partnershipId, type, `${meetingId}/`));
  putInto(state, (await Promise.all(ranges.map((range) => database.all('records', range)))).flat());
  const items = [...state.all('agendaItem').values()].toSorted((a, b) => a.sequence - b.sequence);
  const { unratifiedAwardIds } = governanceOf(state);
  await reader.lookUp([...items.map(({ awardId }) => awardId), ...unratifiedAwardIds].map((id) => record('award', id)));
  await reader.lookUp([
    ...items.flatMap(({ awardId }) => interestQueries(awardIn(state, awardId))),
    ...meeting.corrections.map(entryAt),
  ]);
  return {
    meeting,
    shown: {
      ...showMeeting(meeting),
      corrections: meeting.corrections.map((sequence) => showCorrection(sequence, state)),
      quorum: quorumOf(meeting, terms, []),
      agenda: items.map((item) => showItem(item, state, meeting, terms)),
      toRatify: unratifiedAwardIds.map((id) => showUnratified(awardIn(state, id))),
    },
  };
}

async function termsOf(reader: LedgerReader, { heldOn }: Meeting): Promise<TermsOfReference> {
  const search = termsInForce(reader.state, heldOn);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    await reader.lookUp(step.value);
  }
}

function quorumOf({ attendance }: Meeting, { quorum: needed }: TermsOfReference, interests: readonly Interest[]) {
  const authorities = attendance === undefined ? [] : authoritiesPresent(attendance, interests);
  return { needed, authorities, isMet: authorities.length >= needed };
}

function showItem(
  { meetingId: _, sequence: __, ...item }: AgendaItem,
  state: LedgerState,
  meeting: Meeting,
  terms: TermsOfReference,
): object {
  const award = awardIn(state, item.awardId);
  const { title, fundId, priorities, recipient, ratification } = award;
  const interests = interestsOf(award, state);
  const actedBy = item.kind === 'ratification' && ratification !== undefined ? { actedBy: ratification.actedBy } : {};
  const { attendance } = meeting;
  const presiding = attendance && presidingOver({ ...award, interests, ...actedBy }, attendance, terms);
  return {
    ...item,
    title,
    fundId,
    priorities,
    recipient: { name: recipient.name },
    interests: award.interests.map((interest) => ({ ...interest, ...natureOf(interest, state) })),
    quorum: quorumOf(meeting, terms, interests),
    presiding: presiding?.name ?? null,
  };
}

function natureOf({ meetingId, sequence }: Interest, state: LedgerState): { nature?: string } {
  const { nature } = state.all('interest').get(interestId(meetingId, sequence)) ?? {};
  return nature === undefined ? {} : { nature };
}

function showUnratified(award: Award): object {
  const { id, title, fundId, ratification } = award;
  return {
    awardId: id,
    title,
    fundId,
    amountApproved: amountApproved(award) ?? Money.zero,
    actedOn: ratification?.actedOn,
    dueOn: ratification?.dueOn ?? null,
  };
}
