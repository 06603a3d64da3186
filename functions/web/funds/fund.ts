import { yearInProse } from '../../../domain/prose-dates.ts';
import { view } from '../http/page-answer.ts';
import { doneNotice } from '../page/done.ts';
import { page } from '../page/page.ts';
import { grantPath, partnershipPath } from '../page/paths.ts';
import { recordedNotice } from '../page/records.ts';
import { link, money, type Text, tag } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { fundActions } from './fund-actions.ts';
import { fundTerms } from './fund-terms.ts';
import { openingBlocks } from './opening-blocks.ts';
import { type Fund, readWholeFund, type WholeFund } from './read-fund.ts';

/** A fund: what it is for, what is in it, and the way to everything behind that. */
export const fundPage = page({
  path: '/partnerships/{partnershipId}/funds/{fundId}',
  access: 'member',
  get: async (visit) => {
    const [whole, recorded] = await Promise.all([readWholeFund(visit), recordedNotice(visit)]);
    const { fund, partnershipId } = whole;
    return view({
      title: fund.name,
      caption: 'Fund',
      back: { href: `${partnershipPath(partnershipId)}/funds`, text: 'Funds' },
      blocks: [
        ...doneNotice(visit),
        ...recorded,
        fundFigures(fund),
        fundActions(whole, visit.may),
        fundTerms(fund),
        ...openingBlocks(whole),
        grantTable(whole),
        ...fundLinks(partnershipId, fund.id),
      ],
    });
  },
});

function fundFigures({ financialYear, balance, committed, uncommitted }: Fund): Block {
  const detail = `At the end of ${yearInProse(financialYear)}`;
  return {
    kind: 'figures',
    items: [
      { label: 'Balance', value: money(balance), detail },
      { label: 'Committed', value: money(committed), detail: 'Awarded and not yet paid' },
      { label: 'Uncommitted', value: money(uncommitted), detail: 'Free to award or to spend' },
    ],
  };
}

const grantTable = ({ partnershipId, grants }: WholeFund): Block => ({
  kind: 'table',
  caption: 'Grants in this fund, the latest year first',
  empty: 'No grant has gone into this fund yet.',
  columns: [
    { label: 'Grant' },
    { label: 'Year' },
    { label: 'Net', isNumeric: true },
    { label: 'Outstanding', isNumeric: true },
  ],
  rows: grants
    .toSorted((a, b) => b.financialYear.localeCompare(a.financialYear))
    .map((grant) => [
      [link(grantPath(partnershipId, grant.id), grant.title), ...(grant.reversedOn ? reversed : [])],
      yearInProse(grant.financialYear),
      money(grant.netAmount),
      money(grant.outstandingAmount),
    ]),
});

const reversed = [' ', tag('Reversed')];

function fundLinks(partnershipId: string, fundId: string): Block[] {
  const path = partnershipPath(partnershipId);
  const items: Text[] = [
    link(`${path}/awards?fundId=${fundId}`, 'Awards from this fund'),
    link(`${path}/journal?fundId=${fundId}`, 'Every entry of the journal for this fund'),
  ];
  return [paragraph('See also:'), { kind: 'list', items }];
}
