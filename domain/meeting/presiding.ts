import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { refuse } from '../refusal.ts';
import { type Attendance, isAt } from './attendance.ts';
import { type Interest, isInterested } from './interest.ts';

/** An item of a meeting, as far as it matters who may preside over it. */
export type Item = {
  readonly interests: readonly Interest[];
  /** Who proposed it. */
  readonly proposers: readonly string[];
  /** Who took the chair's action that is to be ratified. */
  readonly actedBy?: string;
};

type Officer = Attendance['presiding'];

/**
 * Who presides over an item: the presiding person of the meeting; where they have an interest in it, proposed it or took
 * the action to be ratified, whichever of chair and vice-chair is present and hasn't.
 */
export function presidingOver(item: Item, attendance: Attendance, terms: TermsOfReference): Officer | undefined {
  const { presiding } = attendance;
  const stead = [terms.chair, terms.viceChair].filter((one) => one !== undefined && isAt(attendance, one.subject));
  return [presiding, ...stead].find((one) => one !== undefined && barred(one.subject, item, attendance) === undefined);
}

/** Refuses whoever doesn't preside over an item, and says why. */
export function assertPresides(
  subject: string,
  item: Item,
  attendance: Attendance | undefined,
  terms: TermsOfReference,
): Officer {
  if (attendance === undefined) return refuse({ code: 'not-presiding' });
  const why = barred(subject, item, attendance);
  if (why === 'interest') refuse({ code: 'interest-declared' });
  if (why !== undefined) refuse({ code: 'separation-of-duties', because: reasons[why] });
  const presiding = presidingOver(item, attendance, terms);
  if (presiding?.subject === subject) return presiding;
  return refuse({ code: 'not-presiding', ...(presiding === undefined ? {} : { presiding: presiding.name }) });
}

const reasons = {
  proposer: 'You proposed this award, so somebody else decides it.',
  actor: 'You took the chair’s action, so somebody else presides over its ratification.',
} as const;

function barred(
  subject: string,
  { interests, proposers, actedBy }: Item,
  { present }: Attendance,
): 'interest' | keyof typeof reasons | undefined {
  if (proposers.includes(subject)) return 'proposer';
  if (actedBy === subject) return 'actor';
  const attendee = present.find((person) => person.subject === subject);
  const { authorityId = '', name = '' } = attendee ?? {};
  return isInterested({ subject, attendee: { authorityId, name } }, interests) ? 'interest' : undefined;
}
