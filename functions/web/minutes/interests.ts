import { oneLine } from '../../../domain/publication/words.ts';
import type { AgendaItem, Meeting, Names } from './answers.ts';
import { nameIn } from './names.ts';

/** Who declared an interest in an item, and what it is. */
export type MinutesInterest = { readonly item: string; readonly who: string; readonly nature: string };
type Interest = AgendaItem['interests'][number];

/** The interests in each award, declared here or before: they bind at every meeting that decides about it. */
export function interestsAt(meeting: Meeting, names: Names): MinutesInterest[] {
  const items = new Map(meeting.agenda.map((item) => [item.awardId, item]));
  return [...items.values()].flatMap((item) =>
    item.interests
      .filter((interest) => isKnownAt(meeting, item, interest))
      .map((interest) => ({
        item: numbered(item),
        who: whoseIs(interest, meeting, names),
        nature: natureOf(interest, meeting),
      })),
  );
}

const numbered = ({ minuteReference, title }: AgendaItem): string =>
  [minuteReference ?? [], title].flat().map(oneLine).join(' ');

/** What was declared at a later meeting is for the minutes of that one. */
const isKnownAt = ({ id }: Meeting, { outcomeSequence = Infinity }: AgendaItem, interest: Interest): boolean =>
  interest.meetingId === id || interest.sequence < outcomeSequence;

/** Somebody in the attendance, with their authority; or with a login, by the name under which they were there. */
function whoseIs({ attendee, subject = '' }: Interest, { attendance }: Meeting, { authorities }: Names): string {
  if (attendee !== undefined) return `${oneLine(attendee.name)} (${nameIn(authorities, attendee.authorityId)})`;
  const people = attendance === null ? [] : [attendance.presiding, ...attendance.present];
  return oneLine(people.find((person) => person.subject === subject)?.name ?? subject);
}

const natureOf = ({ meetingId, nature = '' }: Interest, { id }: Meeting): string =>
  meetingId === id ? oneLine(nature) : 'Declared before this meeting';
