import { date, money, type Text } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { grantAmount, periodText, type ShownGrant, underspendText } from './grant-words.ts';
import type { WholeGrant } from './read-grant.ts';

/** What was first agreed stays to be seen beside what holds now, once anything has changed. */
export function agreedTermsBlocks({ grant, variations, topSlices }: WholeGrant): Block[] {
  if (variations.length === 0 && topSlices.length === grant.topSlices.length) return [];
  const { agreed } = grant;
  return [
    {
      kind: 'table',
      caption: 'What was first agreed',
      empty: '',
      columns: [{ label: 'Term' }, { label: 'First agreed' }, { label: 'Now' }],
      rows: [
        ['Gross amount', grantAmount(agreed.grossAmount, grant), grantAmount(grant.grossAmount, grant)],
        ['Funding period', periodText(agreed.fundingPeriod), periodText(grant.fundingPeriod)],
        ['Underspend', underspendText(agreed.underspend), underspendText(grant.underspend)],
        ['Instalments', instalmentsText(agreed.instalments), instalmentsText(grant.instalments)],
      ],
    },
  ];
}

const instalmentsText = (instalments: ShownGrant['instalments']): Text =>
  instalments.length === 0
    ? 'Not stated'
    : instalments.flatMap(({ dueOn, amount }, place) => [
        ...(place === 0 ? [] : ['; ']),
        money(amount),
        ' on ',
        date(dueOn),
      ]);
