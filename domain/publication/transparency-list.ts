import type { Award } from '../award/award.ts';
import { type FinancialYear, isWithin } from '../financial-year.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import type { Money } from '../money.ts';
import { awardedAmount } from './awarded-amount.ts';
import { illustrativePart } from './illustrative.ts';
import { publishedAwards } from './open-data.ts';
import { registrationNumber } from './organisation.ts';
import { remarksOn } from './remarks.ts';
import { oneLine } from './words.ts';

/** What the Local Government Transparency Code 2015 wants to be known of each grant. */
export const transparencyHeader = [
  'Date awarded',
  'Time period',
  'Awarding department',
  'Beneficiary',
  'Registration number',
  'Summary of purpose',
  'Amount',
] as const;

type Cell = string | Money | undefined;

/** A year's awards to voluntary, community and social enterprise bodies; those to public bodies aren't on the list. */
export function transparencyRows(view: Pick<LedgerView, 'all' | 'partnership'>, year: FinancialYear): Cell[][] {
  const { name, hostAuthority } = view.partnership();
  const department = `${hostAuthority.name}: ${name}`;
  return publishedAwards(view.all('award').values()).flatMap((award) => {
    const awardedOn = award.approvals[0]?.decidedOn ?? '';
    if (award.recipient.kind !== 'vcse' || !isWithin(year, awardedOn)) return [];
    return [[awardedOn, periodOf(award), department, ...beneficiaryOf(award), summaryOf(award), awardedAmount(award)]];
  });
}

const periodOf = ({ period }: Award): string => (period === undefined ? '' : `${period.start} to ${period.end}`);

const beneficiaryOf = ({ recipient: { name, organisationId } }: Award): string[] => [
  name,
  registrationNumber(organisationId),
];

function summaryOf(award: Award): string {
  const { title, purpose, note } = award;
  const remarks = remarksOn(award, illustrativePart(note) !== undefined);
  const summary = title === purpose ? title : `${title}: ${oneLine(purpose)}`;
  return [summary, ...remarks.map((remark) => `[${remark}]`)].join(' ');
}
