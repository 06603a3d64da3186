import { type Query, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { agendaItemId } from '../ledger/records.ts';
import type { Interest } from '../meeting/interest.ts';
import { found } from '../refusal.ts';
import type { Award } from './award.ts';

export const awardIn = (view: Pick<LedgerView, 'get'>, id: string): Award => found(view.get('award', id), 'award', id);

/** An award of a partnership, both of which are there. */
export function awardOf(view: LedgerView, awardId: string): Award {
  view.partnership();
  return awardIn(view, awardId);
}

/** The meeting and the item by which an award is on an agenda. */
export const agendaQueries = ({ agenda }: Award): Query[] =>
  agenda === undefined
    ? []
    : [record('meeting', agenda.meetingId), record('agendaItem', agendaItemId(agenda.meetingId, agenda.sequence))];

/** The meetings that know by what names and logins those are known whose interests an award has. */
export const interestQueries = ({ interests }: { readonly interests: readonly Interest[] }): Query[] =>
  interests.map(({ meetingId }) => record('meeting', meetingId));

/** The interests in an award, one for each name and login by which a person is known. */
export const interestsOf = ({ interests }: { readonly interests: readonly Interest[] }, view: LedgerView): Interest[] =>
  interests.flatMap((interest) => {
    const { meetingId, sequence } = interest;
    const known = view.get('meeting', meetingId)?.interested.find((identity) => identity.sequence === sequence);
    if (known === undefined) return [interest];
    const bySubject = known.subject === undefined ? [] : [{ meetingId, sequence, subject: known.subject }];
    return [...bySubject, ...known.attendees.map((attendee) => ({ meetingId, sequence, attendee }))];
  });
