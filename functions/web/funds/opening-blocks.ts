import type { Money } from '../../../domain/money.ts';
import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import { entryCell } from '../grants/grant-table.ts';
import { funderPath } from '../page/paths.ts';
import { date, link, money, name, type Text } from '../page/text.ts';
import { type Block, heading, paragraph, type Row } from '../page/view.ts';
import type { Opening, WholeFund } from './read-fund.ts';

/** What the partnership brought with it into the fund, and what of that is still owed. */
export function openingBlocks({ partnershipId, fund, opening }: WholeFund): Block[] {
  const title = heading('Opening balance', 'opening-balance');
  if (opening === undefined) return [title, paragraph(...withoutOpening(partnershipId, fund.openingBalance))];
  const { effectiveOn, reference, note } = opening;
  const table: Block = {
    kind: 'table',
    caption: 'What the fund began with',
    isCaptionHidden: true,
    empty: '',
    columns: [{ label: 'What' }, { label: 'Amount', isNumeric: true }],
    rows: rowsOf(opening, partnershipId),
    foot: ['Opening balance', amount(opening.amount, opening)],
  };
  const noted = note === undefined ? [] : [paragraph('Note: ', name(note))];
  const about = paragraph(
    'On ',
    date(effectiveOn),
    ', reference ',
    name(reference),
    '. ',
    ...entryCell(partnershipId, opening),
    ' of the journal.',
  );
  return [title, about, ...noted, table, ...owedBlocks(opening)];
}

function withoutOpening(partnershipId: string, reversed: WholeFund['fund']['openingBalance']): Text[] {
  if (reversed === undefined) return ['The fund began with nothing, or what it began with is not recorded.'];
  const entry = entryCell(partnershipId, reversed);
  return ['It was reversed, so that it can be entered afresh: see ', ...entry, ' of the journal.'];
}

function rowsOf(opening: Opening, partnershipId: string): Row[] {
  const { bank, receivables, repayables } = opening;
  const funder = ({ funder: { id, name: called } }: Opening['receivables'][number]) =>
    link(funderPath(partnershipId, id), called);
  return [
    ...(bank.isZero() ? [] : [['In the bank', amount(bank, opening)]]),
    ...receivables.map((owed) => [['Owed by ', funder(owed)], amount(owed.amount, opening)]),
    ...repayables.map((owed) => [['Owed to ', funder(owed)], amount(owed.amount.negated(), opening)]),
  ];
}

const amount = (of: Money, { note }: Opening) => money(of, illustrativePart(note) !== undefined);

/** Where nothing was owed, nothing is said. */
function owedBlocks({ receivables, outstanding }: Opening): Block[] {
  if (receivables.length === 0) return [];
  return [
    outstanding.isPositive()
      ? paragraph('Of what funders owed, ', money(outstanding), ' is still to be received.')
      : paragraph('All that funders owed was received.'),
  ];
}
