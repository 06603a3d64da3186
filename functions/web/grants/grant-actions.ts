import { operations } from '../../operations.ts';
import type { Visit } from '../page/page.ts';
import { grantPath } from '../page/paths.ts';
import { type Action, actions, type Block } from '../page/view.ts';
import { isOutstanding } from './grant-figures.ts';
import type { WholeGrant } from './read-grant.ts';

/** What this person can do with the grant as it stands. */
export function grantActions({ grant, partnershipId }: WholeGrant, may: Visit['may']): Block {
  const path = grantPath(partnershipId, grant.id);
  const receipt: Action = { href: `${path}/receipts/new`, text: 'Record money received' };
  const topSlice: Action = { href: `${path}/top-slices/new`, text: 'Record a later top-slice', look: 'secondary' };
  const variation: Action = { href: `${path}/variations/new`, text: 'Record a variation', look: 'secondary' };
  return actions(
    ...(isOutstanding(grant) && may(operations.recordReceipt.access) ? [receipt] : []),
    ...(isOutstanding(grant) && may(operations.notifyTopSlice.access) ? [topSlice] : []),
    ...(grant.reversedOn === undefined && may(operations.varyGrant.access) ? [variation] : []),
  );
}
