import { awardIn, interestQueries, interestsOf } from '../../domain/award/find-award.ts';
import { entryAt, record } from '../../domain/ledger/decision.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { onlyOne } from '../../domain/ledger/records.ts';
import type { Interest } from '../../domain/meeting/interest.ts';
import { authoritiesPresent } from '../../domain/meeting/quorum.ts';
import { found } from '../../domain/refusal.ts';
import type { Database } from '../store/database.ts';
import { putInto } from '../store/items.ts';
import { recordRange } from '../store/keys.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { showAward, showCorrection } from './present.ts';

type DecisionType = 'award-decided' | 'chairs-action-taken' | 'chairs-action-ratified';
type Decision = Extract<JournalEntry, { type: DecisionType }>;

/** An award with all that the journal says of it. */
export async function readAward(database: Database, partnershipId: string, awardId: string): Promise<object> {
  const reader = new LedgerReader(database, partnershipId);
  const { state } = reader;
  await reader.lookUp([record('partnership', onlyOne), record('award', awardId)]);
  state.partnership();
  const award = awardIn(state, awardId);
  putInto(state, await database.all('records', recordRange(partnershipId, 'awardEntry', `${awardId}/`)));
  const sequences = [...state.all('awardEntry').values()].map(({ sequence }) => sequence).toSorted((a, b) => a - b);
  await reader.lookUp(sequences.flatMap((sequence) => [entryAt(sequence), record('reversalOf', String(sequence))]));
  const entries = sequences.map((sequence) => found(state.entry(sequence), 'journal entry', String(sequence)));
  const decisions = entries.filter(isDecision);
  await reader.lookUp(decisions.flatMap(meetingIdOf).map((id) => record('meeting', id)));
  const declared = entries.flatMap(interestIn);
  await reader.lookUp(interestQueries({ interests: declared }));
  const meetings = [...state.all('meeting').values()];
  await reader.lookUp(meetings.flatMap(({ corrections }) => corrections).map(entryAt));
  return {
    ...showAward(award),
    decisions: decisions.map((entry) => showDecision(entry, declared, state)),
    history: entries.map((entry) => showEntry(entry, state)),
  };
}

const isDecision = (entry: JournalEntry): entry is Decision =>
  ['award-decided', 'chairs-action-taken', 'chairs-action-ratified'].some((type) => type === entry.type);

/** The interest that an entry declared, whether or not it was taken back since. */
function interestIn(entry: JournalEntry): Interest[] {
  if (entry.type !== 'interest-declared') return [];
  const { awardId: _, nature: __, note: ___, ...who } = entry.facts;
  return [{ ...who, sequence: entry.sequence }];
}

const meetingIdOf = ({ facts }: Decision): string[] => ('meetingId' in facts ? [facts.meetingId] : []);

function showDecision(entry: Decision, declared: readonly Interest[], state: LedgerState): object {
  const { awardId: _, fundId: __, ...facts } = entry.facts;
  const { type, effectiveOn, recordedBy } = entry;
  return {
    ...facts,
    ...enteredAt(entry),
    type,
    decidedOn: effectiveOn,
    decidedBy: recordedBy,
    ...('meetingId' in facts ? sinceThen(entry.sequence, facts, declared, state) : {}),
  };
}

/** What became of the attendance on which a decision rests, and of the minutes. */
function sinceThen(
  decidedAt: number,
  { meetingId, quorum }: { readonly meetingId: string; readonly quorum: number },
  declared: readonly Interest[],
  state: LedgerState,
): object {
  const {
    corrections,
    attendance,
    minutesConfirmedAtMeetingId = null,
  } = found(state.get('meeting', meetingId), 'meeting', meetingId);
  const attendanceCorrections = corrections
    .filter((sequence) => sequence > decidedAt)
    .map((sequence) => showCorrection(sequence, state));
  const interests = interestsOf({ interests: declared.filter((one) => stoodAt(decidedAt, one, state)) }, state);
  const authorities = attendance === undefined ? [] : authoritiesPresent(attendance, interests);
  return {
    attendanceCorrections,
    ...(attendanceCorrections.length > 0 ? { isQuorateAsCorrected: authorities.length >= quorum } : {}),
    minutesConfirmedAtMeetingId,
  };
}

/** Declared before a decision, and not taken back before it. */
const stoodAt = (decidedAt: number, { sequence }: Interest, state: LedgerState): boolean => {
  const { reversedBy = decidedAt } = state.get('reversalOf', String(sequence)) ?? {};
  return sequence < decidedAt && reversedBy >= decidedAt;
};

function showEntry(entry: JournalEntry, state: LedgerState): object {
  const { type, effectiveOn, recordedAt, recordedBy, facts, reverses } = entry;
  const { reversedBy } = state.get('reversalOf', String(entry.sequence)) ?? {};
  return {
    ...enteredAt(entry),
    type,
    effectiveOn,
    recordedAt,
    recordedBy,
    facts,
    ...(reverses === undefined ? {} : { reverses }),
    ...(reversedBy === undefined ? {} : { reversedBy }),
  };
}
