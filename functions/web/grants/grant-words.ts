import type { Period } from '../../../domain/grant/grant.ts';
import type { Money } from '../../../domain/money.ts';
import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import type { AnswerOf } from '../api/api.ts';
import { date, money, type Span, tag } from '../page/text.ts';

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
export const grantAmount = (amount: Money, grant: Noted): Span => money(amount, hasIllustrativeAmount(grant));

type Noted = Pick<ShownGrant, 'note'>;

const hasIllustrativeAmount = ({ note }: Noted): boolean =>
  /\b(?:amounts?|figures?|sums?|totals?)\b/i.test(illustrativePart(note) ?? '');

/** Where the source gives the amount of a grant and not all else; what that is, the note says. */
export const illustrativeTag = (grant: Noted): Span[] =>
  illustrativePart(grant.note) === undefined || hasIllustrativeAmount(grant)
    ? []
    : [tag('Part illustrative', 'yellow'), ' '];

export const instalmentsText = (instalments: ShownGrant['instalments']): Span[] =>
  instalments.length === 0
    ? ['Not stated']
    : instalments.flatMap(({ dueOn, amount }, place) => [
        ...(place === 0 ? [] : ['; ']),
        money(amount),
        ' on ',
        date(dueOn),
      ]);

/** "£235.00 less than the gross amount agreed". */
export const statedDifferenceText = (difference: Money): Span[] => [
  money(difference.isNegative() ? difference.negated() : difference),
  difference.isNegative() ? ' less than' : ' more than',
  ' the gross amount agreed',
];
