import { fundPath, partnershipPath } from '../page/paths.ts';

type Ids = { readonly partnershipId: string; readonly fundId: string };

export const fundsPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/funds`;
export const pathOfFund = ({ partnershipId, fundId }: Ids): string => fundPath(partnershipId, fundId);
export const openingPath = (ids: Ids): string => `${pathOfFund(ids)}/opening-balance`;

/** For `back` of the forms of a fund. */
export const backToFund = ({ parameters }: { readonly parameters: Ids }) => ({
  href: pathOfFund(parameters),
  text: 'The fund',
});
