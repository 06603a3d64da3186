import { z } from 'zod';
import { type DateLimits, PlainDate, planned } from '../plain-date.ts';
import { note, Prose, ServiceId, Title } from '../text.ts';
import { Attendance } from './attendance.ts';
import { Identity } from './identity.ts';

const meeting = { title: Title, venue: Title.exactOptional() };

export const MeetingBody = (limits: DateLimits) => z.strictObject({ ...meeting, heldOn: planned(limits), ...note });
export type MeetingBody = z.infer<ReturnType<typeof MeetingBody>>;

export const MeetingScheduled = z.strictObject({
  id: ServiceId,
  ...meeting,
  heldOn: PlainDate,
  note: Prose.exactOptional(),
});
export type MeetingScheduled = z.infer<typeof MeetingScheduled>;

/** Opening and closing say no more than that it happened. */
export const MeetingStepBody = z.strictObject(note);
export type MeetingStepBody = z.infer<typeof MeetingStepBody>;

const Quorate = {
  /** How many authorities the terms of reference want. */
  quorum: z.int(),
  /** The authorities that count. */
  authorities: z.array(z.string()),
};

export const MeetingOpened = z.strictObject({ meetingId: ServiceId, ...Quorate, note: Prose.exactOptional() });
export type MeetingOpened = z.infer<typeof MeetingOpened>;

export const MeetingClosed = z.strictObject({ meetingId: ServiceId, note: Prose.exactOptional() });
export type MeetingClosed = z.infer<typeof MeetingClosed>;

export const MinutesConfirmationBody = z.strictObject({ confirmedAtMeetingId: ServiceId, ...note });
export type MinutesConfirmationBody = z.infer<typeof MinutesConfirmationBody>;

export const MinutesConfirmed = MinutesConfirmationBody.extend({ meetingId: ServiceId });
export type MinutesConfirmed = z.infer<typeof MinutesConfirmed>;

/** A meeting of the Responsible Authorities Group. */
export const Meeting = MeetingScheduled.extend({
  status: z.enum(['scheduled', 'open', 'closed']),
  attendance: Attendance.exactOptional(),
  /** The journal entries that changed the attendance with a reason. */
  corrections: z.array(z.int()),
  /** Whose interests are declared here, by all the names and the login by which they were known at this meeting. */
  interested: z.array(Identity),
  /** Whether a decision was taken on the strength of the attendance. */
  isReliedOn: z.boolean(),
  minutesConfirmedAtMeetingId: ServiceId.exactOptional(),
  revision: z.int(),
});
export type Meeting = z.infer<typeof Meeting>;
