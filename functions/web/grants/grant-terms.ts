import { funderPath, fundPath } from '../page/paths.ts';
import { date, link, name, type Span } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import { entryCell } from './grant-table.ts';
import {
  grantAmount,
  illustrativeTag,
  kindWords,
  natureWords,
  periodText,
  statedDifferenceText,
  underspendText,
} from './grant-words.ts';
import type { WholeGrant } from './read-grant.ts';

/** The terms that hold now. */
export function termBlocks(whole: WholeGrant): Block[] {
  const { grant, partnershipId, fund } = whole;
  const { sequence, effectiveOn, agreedOn, note } = grant;
  const counts: SummaryRow[] = effectiveOn === agreedOn ? [] : [{ label: 'Counts from', value: date(effectiveOn) }];
  return [
    {
      kind: 'summary',
      title: 'Terms',
      rows: [
        { label: 'Kind', value: kindWords[grant.kind] },
        { label: 'Funder', value: funderText(whole) },
        { label: 'Fund', value: link(fundPath(partnershipId, fund.id), fund.name) },
        { label: 'Reference', value: name(grant.reference) },
        { label: 'Agreed on', value: date(agreedOn) },
        ...counts,
        { label: 'Funding period', value: periodText(grant.fundingPeriod) },
        { label: 'Nature', value: natureWords[grant.nature] },
        { label: 'Underspend', value: underspendText(grant.underspend) },
        ...statedRows(whole),
        ...(note === undefined ? [] : [{ label: 'Note', value: [...illustrativeTag(grant), name(note)] }]),
        { label: 'In the journal', value: entryCell(partnershipId, { sequence }) },
      ],
    },
  ];
}

function funderText({ grant: { funder }, funderNow, partnershipId }: WholeGrant): Span[] {
  const named = link(funderPath(partnershipId, funder.id), funder.name);
  return funderNow === funder.name ? [named] : [named, ', now called ', name(funderNow)];
}

/** What the funder's paper states as the total stays as stated, beside what its parts come to. */
function statedRows({ grant }: WholeGrant): SummaryRow[] {
  const { statedTotal, statedTotalDifference: difference } = grant;
  if (statedTotal === undefined) return [];
  const stated = grantAmount(statedTotal, grant);
  if (difference === undefined) return [{ label: 'Stated total', value: stated }];
  return [{ label: 'Stated total', value: [stated, ', ', ...statedDifferenceText(difference)] }];
}
