import { z } from 'zod';

const minute = 60_000;

/** After so long without a request, and after so long in all, a person signs in again. */
export const idleMilliseconds = 30 * minute;
export const absoluteMilliseconds = 8 * 60 * minute;

const Tokens = z.object({
  access: z.string(),
  /** Milliseconds of the epoch. */
  expiresAt: z.number(),
  refresh: z.string().optional(),
});

export const Session = z.object({
  subject: z.string(),
  /** None once it has ended: what is left opens nothing, and only says whose it was. */
  tokens: Tokens.optional(),
  /** What every form of this session carries, so that no other site can send one. */
  formToken: z.string(),
  startedAt: z.number(),
  lastSeenAt: z.number(),
});
export type Session = z.infer<typeof Session>;

export const hasEnded = ({ tokens, startedAt, lastSeenAt }: Session, now: number): boolean =>
  tokens === undefined || now - startedAt >= absoluteMilliseconds || now - lastSeenAt >= idleMilliseconds;

/** When the session ends if nothing more is asked. */
export const endsAt = ({ startedAt, lastSeenAt }: Session): number =>
  Math.min(startedAt + absoluteMilliseconds, lastSeenAt + idleMilliseconds);
