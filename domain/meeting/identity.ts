import { z } from 'zod';
import { Subject } from '../text.ts';
import { type Attendance, Attendee, isSamePerson } from './attendance.ts';

/** Who declared an interest: the journal entry, the login as far as it is known, and the names in the attendance. */
export const Identity = z.strictObject({
  sequence: z.int(),
  subject: Subject.exactOptional(),
  attendees: z.array(Attendee),
});
export type Identity = z.infer<typeof Identity>;

type Person = Attendance['present'][number];

export const isNamed = (identity: Identity, person: Person): boolean =>
  (identity.subject !== undefined && identity.subject === person.subject) ||
  identity.attendees.some((attendee) => isSamePerson(attendee, person));

/** What an attendance adds to what is known of somebody: a login that was missing, or another spelling of the name. */
export function learned(identity: Identity, present: readonly Person[]): Identity {
  const own = present.filter((person) => isNamed(identity, person));
  const subject = identity.subject ?? own.find((person) => person.subject !== undefined)?.subject;
  const spellings = own
    .filter((person) => !identity.attendees.some((attendee) => isSamePerson(attendee, person)))
    .map(({ authorityId, name }) => ({ authorityId, name }));
  return {
    ...identity,
    ...(subject === undefined ? {} : { subject }),
    attendees: [...identity.attendees, ...spellings].slice(-mostSpellings),
  };
}

// Of one person; beyond it the oldest goes.
const mostSpellings = 3;
