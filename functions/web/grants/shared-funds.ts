import { yearInProse } from '../../../domain/prose-dates.ts';
import { listed } from '../../../domain/publication/words.ts';
import { operations } from '../../operations.ts';
import type { AnswerOf } from '../api/api.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { amountOf, recordedNotice } from '../page/records.ts';
import { date, money, name, type Span, tag } from '../page/text.ts';
import { actions, type Block, paragraph, type SummaryRow } from '../page/view.ts';
import { entryCell } from './grant-table.ts';

type SharedFund = AnswerOf<'listSharedFunds'>['items'][number];

export const sharedFundsPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/shared-funds`;

/** Money held elsewhere for several areas or years: told, and counted nowhere. */
export const sharedFundsPage = page({
  path: '/partnerships/{partnershipId}/shared-funds',
  access: 'member',
  get: async (visit) => {
    const { api, parameters, request, may } = visit;
    const { partnershipId } = parameters;
    const cursor = request.query.get('cursor') ?? undefined;
    const [{ items, nextCursor }, recorded] = await Promise.all([
      api.read('listSharedFunds', { partnershipId }, { limit: '20', cursor }),
      recordedNotice(visit),
    ]);
    const path = sharedFundsPath(partnershipId);
    const record = { href: `${path}/new`, text: 'Note a shared fund' };
    const none = paragraph('No shared fund has been noted.');
    return view({
      title: 'Shared funds held elsewhere',
      back: { href: `${partnershipPath(partnershipId)}/grants`, text: 'Grants' },
      blocks: [
        ...recorded,
        paragraph('Others hold these for several areas or years. They are in none of the partnership’s figures.'),
        actions(...(may(operations.noteSharedFund.access) ? [record] : [])),
        ...(items.length === 0 ? [none] : items.map((fund) => sharedFundBlock(fund, partnershipId))),
        {
          kind: 'pages',
          ...(cursor !== undefined && { previous: path }),
          ...(nextCursor !== null && { next: `${path}?cursor=${encodeURIComponent(nextCursor)}` }),
        },
      ],
    });
  },
});

function sharedFundBlock(fund: SharedFund, partnershipId: string): Block {
  const { reversedOn, source, note, sequence } = fund;
  const rows: SummaryRow[] = [
    ...(reversedOn === undefined ? [] : [{ label: 'Standing', value: [tag('Reversed'), ' on ', date(reversedOn)] }]),
    { label: 'Total', value: amountOf(fund.totalAmount, fund) },
    { label: 'Years', value: listed(fund.financialYears.map(yearInProse)) },
    { label: 'Funder', value: name(fund.funder.name) },
    { label: 'Held by', value: name(fund.heldBy) },
    { label: 'Areas', value: areasText(fund) },
    ...(source === undefined ? [] : [{ label: 'Source', value: name(source) }]),
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
    { label: 'In the journal', value: entryCell(partnershipId, { sequence }) },
  ];
  // No section: two funds may have one title, and landmarks must differ.
  return { kind: 'summary', title: fund.title, rows };
}

/** Shares that are not stated are said not to be. */
function areasText({ areas, areaCount }: SharedFund): Span[] {
  const count = areaCount === undefined ? [] : [`${areaCount} areas`];
  const named = areas.flatMap(({ name: area, amount }, place): Span[] => [
    ...(place === 0 ? [] : ['; ']),
    name(area),
    ': ',
    ...(amount === undefined ? ['share not stated'] : [money(amount)]),
  ]);
  if (named.length === 0) return count.length === 0 ? ['Not stated'] : [...count, ', not named'];
  return count.length === 0 ? named : [...count, areas.length === areaCount ? ': ' : ', of which named: ', ...named];
}
