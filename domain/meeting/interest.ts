import { z } from 'zod';
import { note, Prose, ServiceId, Subject } from '../text.ts';
import { Attendee, isSamePerson } from './attendance.ts';

const who = {
  /** Somebody with a login. */
  subject: Subject.exactOptional(),
  /** Somebody in the attendance, with a login or without. */
  attendee: Attendee.exactOptional(),
};

export const InterestBody = z
  .strictObject({ awardId: ServiceId, ...who, nature: Prose, ...note })
  .refine(({ subject, attendee }) => subject === undefined || attendee === undefined, {
    path: ['attendee'],
    error: 'Name a login or somebody in the attendance, not both.',
  });
export type InterestBody = z.infer<typeof InterestBody>;

/** A declared interest names both the login and the attendee where the attendance says that they are one person. */
export const InterestDeclared = z.strictObject({
  meetingId: ServiceId,
  awardId: ServiceId,
  ...who,
  nature: Prose,
  note: Prose.exactOptional(),
});
export type InterestDeclared = z.infer<typeof InterestDeclared>;

/** An interest as it was declared at a meeting. */
export const InterestDeclaration = InterestDeclared.extend({ sequence: z.int(), reversedBy: z.int().exactOptional() });
export type InterestDeclaration = z.infer<typeof InterestDeclaration>;

/** Whose interest an award has. It binds at every meeting that comes to decide about the award. */
export const Interest = z.strictObject({ meetingId: ServiceId, ...who, sequence: z.int() });
export type Interest = z.infer<typeof Interest>;

type Who = Pick<Interest, 'subject' | 'attendee'>;

/** Whether one of the interests is this person's, by login or by who they are at the meeting. */
export const isInterested = (person: Who, interests: readonly Who[]): boolean =>
  interests.some(
    ({ subject, attendee }) =>
      (subject !== undefined && subject === person.subject) ||
      (attendee !== undefined && person.attendee !== undefined && isSamePerson(attendee, person.attendee)),
  );
