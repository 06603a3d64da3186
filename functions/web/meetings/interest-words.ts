import { nameIn } from '../minutes/names.ts';
import { name, type Span } from '../page/text.ts';
import type { AgendaItem, MeetingRecords } from './meeting-records.ts';
import { officersAt } from './officers.ts';

type Interest = AgendaItem['interests'][number];

/** Who has declared an interest in an item, and what it is. */
export function interestsIn({ interests }: Pick<AgendaItem, 'interests'>, records: MeetingRecords): Span[] {
  if (interests.length === 0) return ['None declared'];
  return interests.flatMap((interest, place) => [...(place === 0 ? [] : [' ']), ...oneInterest(interest, records)]);
}

const oneInterest = (interest: Interest, records: MeetingRecords): Span[] => {
  const { nature = 'declared at an earlier meeting.' } = interest;
  return [name(whoIn(interest, records)), ': ', name(nature)];
};

function whoIn({ subject, attendee }: Interest, records: MeetingRecords): string {
  if (attendee !== undefined) return `${attendee.name} (${nameIn(records.names.authorities, attendee.authorityId)})`;
  return officersAt(records).find((officer) => officer.subject === subject)?.name ?? subject ?? 'Somebody';
}
