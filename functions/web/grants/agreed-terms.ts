import type { Block } from '../page/view.ts';
import { grantAmount, instalmentsText, periodText, underspendText } from './grant-words.ts';
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
