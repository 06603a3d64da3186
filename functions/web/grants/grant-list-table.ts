import type { FinancialYear } from '../../../domain/financial-year.ts';
import { Money } from '../../../domain/money.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { grantPath } from '../page/paths.ts';
import { link, money, name, type Text, tag } from '../page/text.ts';
import type { Row } from '../page/view.ts';
import type { Table } from './grant-table.ts';
import { grantAmount, illustrativeTag, type ShownGrant } from './grant-words.ts';
import { lateAmount } from './instalment-standing.ts';

export type ListedGrants = {
  readonly partnershipId: string;
  readonly grants: readonly ShownGrant[];
  /** The one year whose grants they are. */
  readonly year: FinancialYear | undefined;
  readonly today: PlainDate;
};

/** The grants, the latest year first, with what they come to. */
export function grantListTable({ partnershipId, grants, year, today }: ListedGrants): Table {
  const ofYear = year === undefined ? '' : ` of ${yearInProse(year)}`;
  return {
    kind: 'table',
    caption: year === undefined ? 'Every grant, the latest year first' : `Grants${ofYear}`,
    isCaptionHidden: true,
    empty: `No grant${ofYear} has been recorded yet.`,
    columns: [
      { label: 'Grant' },
      { label: 'Funder' },
      { label: 'Year' },
      { label: 'Gross', isNumeric: true },
      { label: 'Top-sliced', isNumeric: true },
      { label: 'Net', isNumeric: true },
      { label: 'Received', isNumeric: true },
      { label: 'Outstanding', isNumeric: true },
    ],
    rows: grants
      .toSorted((a, b) => b.financialYear.localeCompare(a.financialYear))
      .map((grant) => [
        titleCell(partnershipId, grant, today),
        name(grant.funder.name),
        yearInProse(grant.financialYear),
        grantAmount(grant.grossAmount, grant),
        money(grant.topSlicedAmount),
        money(grant.netAmount),
        money(grant.receivedAmount),
        money(grant.outstandingAmount),
      ]),
    foot: totals(grants),
  };
}

function titleCell(partnershipId: string, grant: ShownGrant, today: PlainDate): Text {
  const title = link(grantPath(partnershipId, grant.id), grant.title);
  if (grant.reversedOn !== undefined) return [title, ' ', tag('Reversed')];
  const late = lateAmount(grant, today).isZero() ? [] : [tag('Late', 'red')];
  return [title, ' ', ...illustrativeTag(grant), ...late];
}

/** Grants that were reversed come to nothing. */
function totals(grants: readonly ShownGrant[]): Row {
  const standing = grants.filter(({ reversedOn }) => reversedOn === undefined);
  const sum = (amountIn: (grant: ShownGrant) => Money): Text => money(Money.sum(standing.map(amountIn)));
  return [
    'Total',
    '',
    '',
    sum(({ grossAmount }) => grossAmount),
    sum(({ topSlicedAmount }) => topSlicedAmount),
    sum(({ netAmount }) => netAmount),
    sum(({ receivedAmount }) => receivedAmount),
    sum(({ outstandingAmount }) => outstandingAmount),
  ];
}
