import type { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { refuse } from '../refusal.ts';
import { type Attendance, isAt } from './attendance.ts';
import { type Interest, isInterested } from './interest.ts';

/** An item of a meeting, as far as it matters who may preside over it. */
export type Item = {
  readonly interests: readonly Interest[];
  /** Who proposed it. */
  readonly proposers: readonly string[];
  /** Who recorded its payments or refunds. */
  readonly handlers: readonly string[];
  /** Who took the chair's action that is to be ratified. */
  readonly actedBy?: string;
};

type Officer = Attendance['presiding'];
type Officers = Pick<TermsOfReference, 'chair' | 'viceChair'>;

/** The chair and the vice-chair, as far as the terms of reference name them. */
export const officersOf = ({ chair, viceChair }: Officers): Officer[] =>
  [chair, viceChair].flatMap((officer) => officer ?? []);

/**
 * Who presides over an item: the presiding person of the meeting; where they have an interest in it, proposed it, paid it
 * or took the action to be ratified, whichever of chair and vice-chair is present and hasn't. Where the terms in force
 * name officers, nobody else presides.
 */
export function presidingOver(item: Item, attendance: Attendance, terms: Officers): Officer | undefined {
  const officers = officersOf(terms);
  const isNamed = ({ subject }: Officer): boolean =>
    officers.length === 0 || officers.some((officer) => officer.subject === subject);
  return [attendance.presiding, ...officers]
    .filter((one) => isAt(attendance, one.subject) && isNamed(one))
    .find(({ subject }) => barredFrom(item, subject, attendance) === undefined);
}

/** Refuses whoever doesn't preside over an item, and says why. */
export function assertPresides(
  subject: string,
  item: Item,
  attendance: Attendance | undefined,
  terms: TermsOfReference,
): Officer {
  if (attendance === undefined) return refuse({ code: 'not-presiding' });
  assertNotBarred(item, subject, attendance);
  const presiding = presidingOver(item, attendance, terms);
  if (presiding?.subject === subject) return presiding;
  return refuse({ code: 'not-presiding', ...(presiding === undefined ? {} : { presiding: presiding.name }) });
}

/** Refuses whoever may not decide an award, at a meeting or between meetings. */
export function assertNotBarred(item: Item, subject: string, attendance?: Attendance): void {
  const why = barredFrom(item, subject, attendance);
  if (why === 'interest') refuse({ code: 'interest-declared' });
  if (why !== undefined) refuse({ code: 'separation-of-duties', because: reasons[why] });
}

const reasons = {
  proposer: 'You proposed this award, so somebody else decides it.',
  handler: 'You recorded a payment or refund of this award, so somebody else decides it.',
  actor: 'You took the chair’s action, so somebody else presides over its ratification.',
} as const;

function barredFrom(
  { interests, proposers, handlers, actedBy }: Item,
  subject: string,
  attendance: Attendance | undefined,
): 'interest' | keyof typeof reasons | undefined {
  if (proposers.includes(subject)) return 'proposer';
  if (handlers.includes(subject)) return 'handler';
  if (actedBy === subject) return 'actor';
  const attendee = attendance?.present.find((person) => person.subject === subject);
  const { authorityId = '', name = '' } = attendee ?? {};
  return isInterested({ subject, attendee: { authorityId, name } }, interests) ? 'interest' : undefined;
}
