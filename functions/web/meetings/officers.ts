import { officersOf, presidingOver } from '../../../domain/meeting/presiding.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { AnswerOf } from '../api/api.ts';
import type { AgendaItem, ListedAward, MeetingRecords } from './meeting-records.ts';

type Terms = AnswerOf<'listTermsOfReference'>['items'][number];
/** Whom the terms of reference name, if anybody. */
export type Officers = Pick<Terms, 'chair' | 'viceChair'>;
type Officer = { readonly subject: string; readonly name: string };
type AtMeeting = Pick<MeetingRecords, 'meeting' | 'terms'>;

/** The terms of reference in force on a day. */
export const termsOn = (all: readonly Terms[], on: PlainDate): Officers =>
  all.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom)).findLast((one) => one.effectiveFrom <= on) ??
  {};

/** Whoever may come to preside: the API names who does over an item, and these are their logins. */
export function officersAt({ meeting: { attendance }, terms }: AtMeeting): Officer[] {
  return [...(attendance === null ? [] : [attendance.presiding]), ...officersOf(terms)];
}

/** Who presides over an item of the agenda, as the API says. */
export const presidingOverItem = ({ presiding }: AgendaItem, at: AtMeeting): Officer | undefined =>
  officersAt(at).find(({ name }) => name === presiding);

/** The same of what is on no agenda: chair’s action to ratify, and an amount still to be confirmed. */
export function presidingOverAward(award: ListedAward, { meeting, terms }: AtMeeting): Officer | undefined {
  const { attendance } = meeting;
  const { ratification } = award;
  const actedBy = ratification?.status === 'awaited' ? { actedBy: ratification.actedBy } : {};
  return attendance === null ? undefined : presidingOver({ ...award, ...actedBy }, attendance, terms);
}
