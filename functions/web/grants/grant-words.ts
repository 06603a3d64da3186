import type { Period } from '../../../domain/grant/grant.ts';
import type { Money } from '../../../domain/money.ts';
import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import type { AnswerOf } from '../api/api.ts';
import { date, money, name, type Span, tag } from '../page/text.ts';

export type ShownGrant = AnswerOf<'getGrant'>;

export const kindWords = {
  'core-allocation': 'Core allocation',
  pilot: 'Pilot',
  project: 'Project',
  contribution: 'Contribution',
} as const satisfies Record<ShownGrant['kind'], string>;

export const natureWords = { revenue: 'Revenue', capital: 'Capital' } as const satisfies Record<
  ShownGrant['nature'],
  string
>;

type Underspend = NonNullable<ShownGrant['underspend']>;
export const underspendWords = {
  return: 'Returned to the funder',
  'carry-forward': 'Carried forward, if the funder approves',
} as const satisfies Record<Underspend, string>;

export const underspendText = (underspend: Underspend | undefined): string =>
  underspend === undefined ? 'Not stated: carried forward' : underspendWords[underspend];

export const periodText = (period: Period | undefined): Span[] =>
  period === undefined ? ['Not stated'] : [date(period.start), ' to ', date(period.end)];

/** A grant's own amount. Its note may call other things illustrative, such as its date, and the amount is what the source gives. */
export const grantAmount = (amount: Money, { note }: Pick<ShownGrant, 'note'>): Span =>
  money(amount, /\b(?:amounts?|figures?|sums?|totals?)\b/i.test(illustrativePart(note) ?? ''));

/** Where the source doesn't give everything that a record says. */
export const illustrativeTag = (note: string | undefined): Span[] =>
  illustrativePart(note) === undefined ? [] : [' ', tag('Illustrative in part', 'yellow')];

/** What the record's note says, as it was written. */
export const noteText = (note: string): Span[] => [name(note), ...illustrativeTag(note)];
