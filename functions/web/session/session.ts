import { z } from 'zod';

const minute = 60_000;

/** After so long without a request, and after so long in all, a person signs in again. */
export const idleMilliseconds = 30 * minute;
export const absoluteMilliseconds = 8 * 60 * minute;

/** A form that was sent when the session had ended: shown again to the same person once they have signed in. */
const HeldForm = z.object({ path: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });
export type HeldForm = z.infer<typeof HeldForm>;

export const Session = z.object({
  subject: z.string(),
  tokens: z.object({
    access: z.string(),
    /** Milliseconds of the epoch. */
    expiresAt: z.number(),
    refresh: z.string().optional(),
  }),
  /** What every form of this session carries, so that no other site can send one. */
  formToken: z.string(),
  startedAt: z.number(),
  lastSeenAt: z.number(),
  held: HeldForm.optional(),
});
export type Session = z.infer<typeof Session>;

export const hasEnded = ({ startedAt, lastSeenAt }: Session, now: number): boolean =>
  now - startedAt >= absoluteMilliseconds || now - lastSeenAt >= idleMilliseconds;

/** When the session ends if nothing more is asked. */
export const endsAt = ({ startedAt, lastSeenAt }: Session): number =>
  Math.min(startedAt + absoluteMilliseconds, lastSeenAt + idleMilliseconds);
