import { type Query, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { agendaItemId } from '../ledger/records.ts';
import type { Interest } from '../meeting/interest.ts';
import { found } from '../refusal.ts';
import type { Award } from './award.ts';

/** An award that is there. */
export function awardOf(view: LedgerView, awardId: string): Award {
  view.partnership();
  return found(view.get('award', awardId), 'award', awardId);
}

/** The meeting and the item by which an award is on an agenda. */
export const agendaQueries = ({ agenda }: Award): Query[] =>
  agenda === undefined
    ? []
    : [record('meeting', agenda.meetingId), record('agendaItem', agendaItemId(agenda.meetingId, agenda.sequence))];

/** The meetings whose attendance says whose login an interest is that was declared by name. */
export const interestQueries = ({ interests }: Pick<Award, 'interests'>): Query[] =>
  interests.filter(isByName).map(({ meetingId }) => record('meeting', meetingId));

/** The interests in an award, with the logins that are known by now. */
export const interestsOf = ({ interests }: Pick<Award, 'interests'>, view: LedgerView): Interest[] =>
  interests.map((interest) => {
    if (!isByName(interest)) return interest;
    const { present = [] } = view.get('meeting', interest.meetingId)?.attendance ?? {};
    const { subject } = present.find((person) => isSame(person, interest)) ?? {};
    return subject === undefined ? interest : { ...interest, subject };
  });

const isByName = ({ subject }: Interest): boolean => subject === undefined;

const isSame = (person: { readonly authorityId: string; readonly name: string }, { attendee }: Interest): boolean =>
  attendee !== undefined && person.authorityId === attendee.authorityId && person.name === attendee.name;
