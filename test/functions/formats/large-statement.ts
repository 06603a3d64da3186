import { Money } from '../../../domain/money.ts';
import type { AwardLine, GrantLine } from '../../../domain/statement/lines.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { workedExample } from './example-statements.ts';

const words = ['Safer', 'streets', 'youth', 'outreach', 'training', 'mentoring', 'lighting', 'rural', 'hub', 'patrol'];
const idOf = (kind: number, place: number): string =>
  `0000000${kind}-0000-7000-8000-${String(place).padStart(12, '0')}`;

/** Different in every line, as names and amounts of a real year are. */
const amountOf = (place: number, factor: number): Money =>
  Money.parse(`${((place * factor) % 9973) + 100}.${String((place * 7) % 100).padStart(2, '0')}`);
const titleOf = (place: number): string =>
  `${words[place % 10]} ${words[(place * 3 + 1) % 10]} initiative number ${place}`;

/** The worked example with as many awards and grants as asked; their figures are sound line by line, not in all. */
export function largeStatement(awards: number, grants: number): YearEndStatement {
  const { statement } = workedExample();
  const [award, grant] = [statement.awards[0], statement.grants[0]];
  if (award === undefined || grant === undefined) throw new Error('too few lines');
  return {
    ...statement,
    grants: Array.from({ length: grants }, (_, place) => grantLine(grant, place)),
    awards: Array.from({ length: awards }, (_, place) => awardLine(award, place)),
  };
}

const grantLine = (grant: GrantLine, place: number): GrantLine => ({
  ...grant,
  grantId: idOf(1, place),
  title: titleOf(place),
  reference: `REF-${place}`,
});

function awardLine(award: AwardLine, place: number): AwardLine {
  const [paid, refunded, committed] = [amountOf(place, 31), amountOf(place, 1), amountOf(place, 17)];
  return {
    ...award,
    awardId: idOf(2, place),
    title: titleOf(place),
    recipient: { name: `Community group ${place % 3000}` },
    minuteReference: `${1 + (place % 12)}.${place % 40}`,
    amountApproved: paid.plus(committed),
    paidInYear: paid,
    paidToDate: paid.plus(amountOf(place, 5)),
    refundedInYear: refunded,
    refundedToDate: refunded,
    committed,
  };
}
