import { yearInProse } from '../../../domain/prose-dates.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { entryPath, partnershipPath } from '../page/paths.ts';
import { recordedNotice } from '../page/records.ts';
import { date, link } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { agreedTermsBlocks } from './agreed-terms.ts';
import { grantActions } from './grant-actions.ts';
import { conditionBlocks } from './grant-conditions.ts';
import { grantFigures } from './grant-figures.ts';
import { instalmentTable, receiptTable, topSliceTable, variationTable } from './grant-movements.ts';
import { termBlocks } from './grant-terms.ts';
import { readGrant, type WholeGrant } from './read-grant.ts';
import { returnBlocks } from './returns-link.ts';

/** Everything about one grant, and what can be done with it. */
export const grantPage = page({
  path: '/partnerships/{partnershipId}/grants/{grantId}',
  access: 'member',
  get: async (visit) => {
    const [whole, recorded] = await Promise.all([readGrant(visit), recordedNotice(visit)]);
    const { grant, partnershipId } = whole;
    return view({
      title: grant.title,
      caption: `Grant of ${yearInProse(grant.financialYear)}`,
      back: { href: `${partnershipPath(partnershipId)}/grants`, text: 'Grants' },
      blocks: [
        ...recorded,
        ...reversal(whole),
        grantFigures(whole),
        grantActions(whole, visit.may),
        ...termBlocks(whole),
        topSliceTable(whole),
        instalmentTable(whole),
        receiptTable(whole),
        ...conditionBlocks(whole, visit.may),
        variationTable(whole),
        ...agreedTermsBlocks(whole),
        ...returnBlocks(whole),
      ],
    });
  },
});

function reversal({ grant: { reversedOn, reversedBy }, partnershipId }: WholeGrant): Block[] {
  if (reversedOn === undefined) return [];
  const entry =
    reversedBy === undefined ? [] : [', by ', link(entryPath(partnershipId, reversedBy), `entry ${reversedBy}`)];
  const text = ['This grant was reversed on ', date(reversedOn), ...entry, '. Nothing more can be recorded of it.'];
  return [{ kind: 'warning', text }];
}
