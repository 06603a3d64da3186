import type { Api } from '../api/api.ts';
import { awardPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import type { WholeAward } from './award.ts';

type OfAward = { readonly parameters: { readonly partnershipId: string; readonly awardId: string } };

/** What every form about one award begins with, and where it leads to. */
export const loadAward = ({ api, parameters }: OfAward & { readonly api: Api }): Promise<WholeAward> =>
  api.read('getAward', parameters);

export const awardTitle = ({ title }: Pick<WholeAward, 'title'>): string => title;

export const toAward = ({ parameters: { partnershipId, awardId } }: OfAward) => ({
  href: awardPath(partnershipId, awardId),
  text: 'The award',
});

export const doneAtAward = (
  { sequence }: { readonly sequence: number },
  { parameters: { partnershipId, awardId } }: OfAward,
): string => recordedAt(awardPath(partnershipId, awardId), sequence);
