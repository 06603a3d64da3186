import type { Expenditure } from '../../../domain/expenditure/expenditure.ts';
import { entryCell, type Table, withNotes } from '../grants/grant-table.ts';
import { fundPath, grantPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { date, link, name, type Span } from '../page/text.ts';
import type { PlaceNames } from './place-names.ts';

/** Spending with what it rests on; what was taken back stays, and says so. */
export function expenditureTable(items: readonly Expenditure[], names: PlaceNames): Table {
  const table: Table = {
    kind: 'table',
    caption: 'Direct expenditure',
    isCaptionHidden: items.length === 0,
    empty: 'Nothing has been spent directly yet.',
    columns: [
      { label: 'Description' },
      { label: 'Category' },
      { label: 'Paid from' },
      { label: 'Spent on' },
      { label: 'Amount', isNumeric: true },
      { label: 'Authority and payment' },
      { label: 'Journal' },
    ],
    rows: items.map((spent) => [
      descriptionCell(spent),
      name(spent.category),
      placeCell(spent, names),
      date(spent.spentOn),
      amountOf(spent.amount, spent),
      [name(spent.authorityReference), '; paid under ', name(spent.paymentReference)],
      entryCell(names.partnershipId, spent),
    ]),
  };
  return withNotes(table, items);
}

/** Of a restricted fund, how it serves the purpose is said as well. */
const descriptionCell = ({ description, purposeStatement }: Expenditure): Span[] =>
  purposeStatement === undefined
    ? [name(description)]
    : [name(description), '. For the fund’s purpose: ', name(purposeStatement)];

function placeCell({ fundId, grantId }: Expenditure, { partnershipId, funds, grants }: PlaceNames): Span[] {
  const fund = link(fundPath(partnershipId, fundId), funds.get(fundId) ?? fundId);
  if (grantId === undefined) return [fund];
  return [fund, ', grant ', link(grantPath(partnershipId, grantId), grants.get(grantId) ?? grantId)];
}
