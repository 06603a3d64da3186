import type { Visit } from '../page/page.ts';
import { grantPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';

type OfGrant = Visit<`/partnerships/{partnershipId}/grants/{grantId}${string}`>;

/** Where the forms about a grant come from. */
export const backToGrant = ({ parameters: { partnershipId, grantId } }: OfGrant) => ({
  href: grantPath(partnershipId, grantId),
  text: 'The grant',
});

/** Where they lead to. */
export const doneAtGrant = ({ sequence }: { readonly sequence: number }, { parameters }: OfGrant): string =>
  recordedAt(grantPath(parameters.partnershipId, parameters.grantId), sequence);
