import { refuse } from '../refusal.ts';
import type { Attendance } from './attendance.ts';
import { type Interest, isInterested } from './interest.ts';

/**
 * The responsible authorities that count towards quorum: distinct ones with somebody present, for an item without those
 * all of whose people present have declared an interest in it.
 */
export function authoritiesPresent({ present }: Attendance, interests: readonly Interest[] = []): string[] {
  const free = present.filter(({ authorityId, name, subject }) => {
    const person = { attendee: { authorityId, name }, ...(subject === undefined ? {} : { subject }) };
    return !isInterested(person, interests);
  });
  return [...new Set(free.map(({ authorityId }) => authorityId))].toSorted();
}

/** Refuses what a meeting decides without quorum; else the authorities that count. */
export function assertQuorate(
  attendance: Attendance | undefined,
  quorum: number,
  interests: readonly Interest[] = [],
): string[] {
  const authorities = attendance === undefined ? [] : authoritiesPresent(attendance, interests);
  if (authorities.length >= quorum) return authorities;
  const recused = attendance === undefined ? 0 : authoritiesPresent(attendance).length - authorities.length;
  return refuse({ code: 'meeting-not-quorate', present: authorities.length, quorum, recused });
}
