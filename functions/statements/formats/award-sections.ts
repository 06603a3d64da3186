import type { AwardLine } from '../../../domain/statement/lines.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Names } from './names.ts';
import { code, data, date, type Field, money, type Section, sumsOf, table, text } from './section.ts';

type Ratification = NonNullable<AwardLine['ratification']> & Pick<AwardLine, 'awardId' | 'title'>;
type Approval = AwardLine['earlierApprovals'][number] & Pick<AwardLine, 'awardId' | 'title'>;
type Expenditure = YearEndStatement['expenditure'][number];

const toBeConfirmed = 'to be confirmed';

/** The awards, what became of chair's action, what was approved before, and what was spent without an award. */
export function awardSections({ awards, expenditure }: YearEndStatement, names: Names): Section[] {
  const ratifications = awards.flatMap(({ awardId, title, ratification }) =>
    ratification === undefined ? [] : [{ ...ratification, awardId, title }],
  );
  const earlier = awards.flatMap(({ awardId, title, earlierApprovals }) =>
    earlierApprovals.map((approval) => ({ ...approval, awardId, title })),
  );
  const fields = awardFields(names);
  const direct = expenditureFields(names);
  return [
    table(
      { id: 'awards', title: 'Awards', none: 'There are no awards.' },
      fields,
      awards,
      sumsOf(fields, awards, ...moneyIds),
    ),
    table({ id: 'chairs-action', title: 'Chair’s action' }, ratificationFields, ratifications),
    table({ id: 'earlier-approvals', title: 'Earlier approvals' }, approvalFields, earlier),
    table(
      { id: 'expenditure', title: 'Direct expenditure', none: 'Nothing was spent directly.' },
      direct,
      expenditure,
      sumsOf(direct, expenditure, 'amount'),
    ),
  ];
}

const moneyIds = ['amountApproved', 'paidInYear', 'refundedInYear', 'paidToDate', 'refundedToDate', 'committed'];

const awardFields = (names: Names): readonly Field<AwardLine>[] => [
  text('awardId', 'Award id', (a) => a.awardId, data),
  text('award', 'Award', (a) => a.title),
  text('recipient', 'Recipient', (a) => a.recipient.name),
  text('fundId', 'Fund id', (a) => a.fundId, data),
  text('fund', 'Fund', (a) => names.fund(a.fundId)),
  text('grantId', 'Grant id', (a) => a.grantId, data),
  text('priorities', 'Priorities', (a) => a.priorities.join('; ') || null, data),
  text('meetingId', 'Meeting id', (a) => a.meetingId, data),
  date('decidedOn', 'Decided on', (a) => a.decidedOn),
  text('minute', 'Minute', (a) => a.minuteReference),
  code('ratification', 'Ratification', (a) => a.ratification?.status),
  money('amountApproved', 'Approved', (a) => a.amountApproved, { absent: toBeConfirmed }),
  money('paidInYear', 'Paid in the year', (a) => a.paidInYear),
  money('refundedInYear', 'Refunded in the year', (a) => a.refundedInYear),
  money('paidToDate', 'Paid to date', (a) => a.paidToDate),
  money('refundedToDate', 'Refunded to date', (a) => a.refundedToDate),
  money('committed', 'Committed', (a) => a.committed, { isResult: true }),
];

const ratificationFields: readonly Field<Ratification>[] = [
  text('awardId', 'Award id', (r) => r.awardId, data),
  text('award', 'Award', (r) => r.title),
  code('ratification', 'Ratification', (r) => r.status),
  date('dueOn', 'Due on', (r) => r.dueOn, { absent: 'the next meeting' }),
  date('ratifiedOn', 'Decided on', (r) => r.ratifiedOn),
  text('meetingId', 'Meeting id', (r) => r.meetingId, data),
  text('minute', 'Minute', (r) => r.minuteReference),
];

const approvalFields: readonly Field<Approval>[] = [
  text('awardId', 'Award id', (a) => a.awardId, data),
  text('award', 'Award', (a) => a.title),
  text('meetingId', 'Meeting id', (a) => a.meetingId, data),
  date('decidedOn', 'Decided on', (a) => a.decidedOn),
  text('minute', 'Minute', (a) => a.minuteReference),
  money('amountApproved', 'Approved', (a) => a.amountApproved, { absent: toBeConfirmed }),
];

const expenditureFields = (names: Names): readonly Field<Expenditure>[] => [
  text('fundId', 'Fund id', (e) => e.fundId, data),
  text('fund', 'Fund', (e) => names.fund(e.fundId)),
  text('category', 'Category', (e) => e.category),
  money('amount', 'Amount', (e) => e.amount),
];
