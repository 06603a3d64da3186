import type { Visit } from '../page/page.ts';
import { grantPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import { link } from '../page/text.ts';
import { type Block, heading, paragraph } from '../page/view.ts';
import type { WholeGrant } from './read-grant.ts';

const returnsPath = (partnershipId: string, grantId: string): string => `${grantPath(partnershipId, grantId)}/returns`;

/** What went back to the funder has a page of its own: few grants have any, and the whole journal is read for it. */
export const returnBlocks = ({ partnershipId, grant }: WholeGrant): Block[] => [
  heading('Money back to the funder', 'returns'),
  paragraph(
    link(returnsPath(partnershipId, grant.id), 'What closing a year returned of this grant'),
    ', and what was repaid.',
  ),
];

type OfGrant = Visit<`/partnerships/{partnershipId}/grants/{grantId}${string}`>;

export const backToReturns = ({ parameters: { partnershipId, grantId } }: OfGrant) => ({
  href: returnsPath(partnershipId, grantId),
  text: 'Money back to the funder',
});

export const doneAtReturns = ({ sequence }: { readonly sequence: number }, { parameters }: OfGrant): string =>
  recordedAt(returnsPath(parameters.partnershipId, parameters.grantId), sequence);
