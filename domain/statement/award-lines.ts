import type { Approval, Award, RatificationState } from '../award/award.ts';
import { type AwardFigures, awardFigures } from '../award/award-balance.ts';
import { type FinancialYear, financialYearOf } from '../financial-year.ts';
import type { AwardBalance } from '../ledger/balance.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AwardLine } from './lines.ts';

/** The year's awards, and earlier ones with movement in the year or a commitment at either end; in order of decision. */
export function awardLines(
  awards: Iterable<Award>,
  balances: Iterable<AwardBalance>,
  year: FinancialYear,
  asOf: PlainDate,
): AwardLine[] {
  const byAward = Map.groupBy(balances, ({ awardId }) => awardId);
  const lines = [...awards].flatMap((award) => {
    const approvals = award.approvals.filter(({ decidedOn }) => decidedOn <= asOf);
    const [first, last] = [approvals[0], approvals.at(-1)];
    if (first === undefined || last === undefined) return [];
    const figures = awardFigures(byAward.get(award.id) ?? [], year);
    const isListed = financialYearOf(first.decidedOn) === year || isOfInterest(figures);
    return isListed ? [{ sequence: first.sequence, line: awardLine(award, approvals, last, figures, asOf) }] : [];
  });
  return lines.toSorted((a, b) => a.sequence - b.sequence).map(({ line }) => line);
}

const isOfInterest = ({ hasMoved, committed, committedBefore }: AwardFigures): boolean =>
  hasMoved || !committed.isZero() || !committedBefore.isZero();

function awardLine(
  award: Award,
  approvals: readonly Approval[],
  last: Approval,
  { committedBefore: _, hasMoved: __, ...figures }: AwardFigures,
  asOf: PlainDate,
): AwardLine {
  const { id, title, recipient, fundId, grantId, priorities, ratification, note } = award;
  return {
    awardId: id,
    title,
    recipient: { name: recipient.name },
    fundId,
    ...(grantId === undefined ? {} : { grantId }),
    priorities,
    ...approvalLine(last),
    earlierApprovals: approvals.slice(0, -1).map(approvalLine),
    ...figures,
    ...(ratification === undefined ? {} : { ratification: ratificationLine(ratification, asOf) }),
    ...(note === undefined ? {} : { note }),
  };
}

const approvalLine = ({ meetingId, decidedOn, minuteReference, amountApproved }: Approval) => ({
  meetingId: meetingId ?? null,
  decidedOn,
  minuteReference: minuteReference ?? null,
  amountApproved: amountApproved ?? null,
});

/** As it stood on the date: what was ratified later still waited. */
function ratificationLine(ratification: RatificationState, asOf: PlainDate): NonNullable<AwardLine['ratification']> {
  const dueOn = dueBy(ratification, asOf);
  if (!isRatifiedBy(ratification, asOf)) {
    return { status: 'awaited', dueOn, ratifiedOn: null, meetingId: null, minuteReference: null };
  }
  const { status, ratifiedOn = null, meetingId = null, minuteReference = null } = ratification;
  return { status, dueOn, ratifiedOn, meetingId, minuteReference };
}

/** Which meeting is the next one was not known before it was held. */
const dueBy = ({ due, dueOn }: RatificationState, asOf: PlainDate): PlainDate | null =>
  dueOn === undefined || (due === 'next-meeting' && dueOn > asOf) ? null : dueOn;

const isRatifiedBy = ({ ratifiedOn }: RatificationState, asOf: PlainDate): boolean =>
  ratifiedOn !== undefined && ratifiedOn <= asOf;
