import type { PlainDate } from '../../../domain/plain-date.ts';
import { counted, listed, oneLine } from '../../../domain/publication/words.ts';
import type { Award, Meeting, Names } from './answers.ts';
import { interestsAt, type MinutesInterest } from './interests.ts';
import { itemsOf, type MinutesItem } from './items.ts';
import { meetingNamed, nameIn } from './names.ts';
import { type MinutesNote, notesOf } from './notes.ts';

/** What a meeting of the Responsible Authorities Group minutes: who was there, and what was decided of each item. */
export type Minutes = {
  readonly title: string;
  readonly partnership: string;
  readonly heldOn: PlainDate;
  readonly venue?: string;
  readonly presiding?: string;
  readonly present: readonly { readonly authority: string; readonly people: string }[];
  readonly quorum: string;
  readonly interests: readonly MinutesInterest[];
  readonly items: readonly MinutesItem[];
  /** What the meeting made of its chair's action. */
  readonly ratifications: readonly MinutesItem[];
  readonly notes: readonly MinutesNote[];
  /** "the meeting of 8 December 2017", once it has. */
  readonly confirmedAt?: string;
};

/** The minutes of a meeting, with the awards of its agenda. */
export function minutesOf(meeting: Meeting, awards: readonly Award[], partnershipName: string, names: Names): Minutes {
  const { title, heldOn, venue, attendance, minutesConfirmedAtMeetingId: confirmedAt } = meeting;
  const items = itemsOf(meeting, awards, names);
  return {
    title: oneLine(title),
    partnership: oneLine(partnershipName),
    heldOn,
    ...(venue === undefined ? {} : { venue: oneLine(venue) }),
    ...(attendance === null ? {} : { presiding: oneLine(attendance.presiding.name) }),
    present: presentAt(meeting, names),
    quorum: quorumOf(meeting),
    interests: interestsAt(meeting, names),
    items: items.filter(({ kind }) => kind !== 'ratification'),
    ratifications: items.filter(({ kind }) => kind === 'ratification'),
    notes: notesOf(meeting, awards),
    ...(confirmedAt === null ? {} : { confirmedAt: meetingNamed(names, confirmedAt, 'a later meeting') }),
  };
}

function presentAt({ attendance }: Meeting, { authorities }: Names): Minutes['present'] {
  const byAuthority = Map.groupBy(attendance?.present ?? [], ({ authorityId }) => authorityId);
  return Array.from(byAuthority, ([id, people]) => ({
    authority: nameIn(authorities, id),
    people: listed(people.map(({ name }) => oneLine(name))),
  }));
}

function quorumOf({ attendance, quorum: { needed, authorities: present, isMet } }: Meeting): string {
  const rule = `The quorum is ${counted(needed, 'authority', 'authorities')}`;
  if (attendance === null) return `${rule}; no attendance is recorded.`;
  const were = present.length === 0 ? 'none were' : counted(present.length, 'was', 'were');
  return `${rule}; ${were} present, so the meeting was ${isMet ? '' : 'not '}quorate.`;
}
