import { z } from 'zod';
import { note, Prose, ServiceId, Slug, Subject, Title } from '../text.ts';

const Presiding = z.strictObject({ subject: Subject, name: Title });

/** Somebody at the meeting for an authority; many who attend have no login. */
export const Attendee = z.strictObject({ authorityId: Slug, name: Title });
export type Attendee = z.infer<typeof Attendee>;

const Present = Attendee.extend({ subject: Subject.exactOptional() });
type Present = z.infer<typeof Present>;

/** Names are the same where they differ in case and surrounding space alone. */
export const isSameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export const isSamePerson = (a: Attendee, b: Attendee): boolean =>
  a.authorityId === b.authorityId && isSameName(a.name, b.name);

/** Who presides, and who is there for which authority. */
export const Attendance = z.strictObject({
  presiding: Presiding,
  present: z
    .array(Present)
    .max(50)
    .refine((all) => isEachOnce(all), 'Name each person once.'),
});
export type Attendance = z.infer<typeof Attendance>;

export const AttendanceBody = Attendance.extend({
  /** Why it is corrected, where a decision already relies on it. */
  reason: Prose.exactOptional(),
  ...note,
});
export type AttendanceBody = z.infer<typeof AttendanceBody>;

export const AttendanceRecorded = AttendanceBody.extend({ meetingId: ServiceId });
export type AttendanceRecorded = z.infer<typeof AttendanceRecorded>;

/** Whether a login is at the meeting. */
export const isAt = ({ presiding, present }: Attendance, subject: string): boolean =>
  presiding.subject === subject || present.some((person) => person.subject === subject);

function isEachOnce(all: readonly Present[]): boolean {
  const names = all.map(({ authorityId, name }) => `${authorityId} ${name.trim().toLowerCase()}`);
  const subjects = all.flatMap(({ subject }) => subject ?? []);
  return [names, subjects].every((keys) => new Set(keys).size === keys.length);
}
