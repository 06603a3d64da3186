import { z } from 'zod';
import { endOf } from '../financial-year.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { Money } from '../money.ts';
import { closedYearsOf } from '../partnership/partnership.ts';
import type { PlainDate } from '../plain-date.ts';
import { yearInProse } from '../prose-dates.ts';
import type { StatementException } from '../statement/exceptions.ts';
import type { FundLine } from '../statement/lines.ts';
import type { YearEndStatement } from '../statement/statement.ts';
import { openBefore } from './close-year.ts';

/** Something that stands in the way of closing a year, or that whoever closes it should know. */
export const ChecklistItem = z.strictObject({
  code: z.string(),
  severity: z.enum(['blocker', 'warning']),
  detail: z.string(),
  /** Where to look, as paths of the API. */
  links: z.array(z.string()),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/**
 * What stands in the way of closing a year, worked out from its statement; blockers first. A balance has no disposal before
 * the closing itself, which brings it: the blocker says of what, and how much of it could go back.
 */
export function closingChecklist(
  view: Pick<LedgerView, 'partnership' | 'all'>,
  statement: YearEndStatement,
  today: PlainDate,
): ChecklistItem[] {
  const { partnershipId, funds, exceptions } = statement;
  const link = (path: string): string => `/v1/partnerships/${partnershipId}/${path}`;
  if (statement.status !== 'open') return [closedAlready(statement, link)];
  return [
    ...notEnded(statement, today, link),
    ...earlierOpen(view, statement, link),
    ...funds.flatMap((fund) => undisposed(fund, link)),
    ...exceptions.map((exception) => warning(exception.code, exception.detail, link(placeOf(exception)))),
    ...outstanding(statement, link),
    ...promises(statement, link),
  ];
}

type Link = (path: string) => string;

function placeOf(exception: StatementException): string {
  if ('fundId' in exception) return `funds/${exception.fundId}`;
  return 'grantId' in exception ? `grants/${exception.grantId}` : `awards/${exception.awardId}`;
}

const blocker = (code: string, detail: string, ...links: string[]): ChecklistItem => ({
  code,
  severity: 'blocker',
  detail,
  links,
});
const warning = (code: string, detail: string, ...links: string[]): ChecklistItem => ({
  code,
  severity: 'warning',
  detail,
  links,
});

const closedAlready = ({ financialYear }: YearEndStatement, link: Link): ChecklistItem =>
  warning('year-closed', `${yearInProse(financialYear)} is closed already.`, link(`years/${financialYear}/statement`));

function notEnded({ financialYear }: YearEndStatement, today: PlainDate, link: Link): ChecklistItem[] {
  const ends = endOf(financialYear);
  if (today > ends) return [];
  const detail = `${yearInProse(financialYear)} ends on ${ends}.`;
  return [blocker('year-not-ended', detail, link(`years/${financialYear}/statement`))];
}

function earlierOpen(
  view: Pick<LedgerView, 'partnership' | 'all'>,
  { financialYear }: YearEndStatement,
  link: Link,
): ChecklistItem[] {
  const open = openBefore([...view.all('balance').values()], closedYearsOf(view.partnership()), financialYear);
  if (open === undefined) return [];
  return [blocker('previous-year-open', `${yearInProse(open)} is open.`, link(`years/${open}/closing-checklist`))];
}

function undisposed({ fundId, name, closingBalance, uncommitted }: FundLine, link: Link): ChecklistItem[] {
  if (!closingBalance.isPositive()) return [];
  const detail = `${closingBalance.toSterling()} in ${name} is to be carried forward or returned, of which ${positive(uncommitted).toSterling()} is uncommitted.`;
  return [blocker('balance-without-disposal', detail, link(`funds/${fundId}`))];
}

const positive = (amount: Money): Money => (amount.isNegative() ? Money.zero : amount);

function outstanding({ grants }: YearEndStatement, link: Link): ChecklistItem[] {
  return grants
    .filter(({ outstandingAmount }) => !outstandingAmount.isZero())
    .map(({ title, outstandingAmount, grantId, fundId }) => {
      const detail = `${outstandingAmount.toSterling()} of “${title}” has not been received.`;
      return warning('grant-outstanding', detail, link(grantId === null ? `funds/${fundId}` : `grants/${grantId}`));
    });
}

function promises({ awards }: YearEndStatement, link: Link): ChecklistItem[] {
  return awards.flatMap(({ awardId, title, amountApproved, committed }) => {
    if (amountApproved === null) {
      return [
        warning('amount-to-be-confirmed', `The amount of “${title}” is to be confirmed.`, link(`awards/${awardId}`)),
      ];
    }
    if (!committed.isPositive()) return [];
    const detail = `${committed.toSterling()} of “${title}” is committed and unpaid.`;
    return [warning('award-unpaid', detail, link(`awards/${awardId}`))];
  });
}
