import { partnershipPath } from '../page/paths.ts';

type InPartnership = { readonly parameters: { readonly partnershipId: string } };

export const settingsPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/settings`;
export const termsPath = (partnershipId: string, effectiveFrom: string): string =>
  `${settingsPath(partnershipId)}/terms-of-reference/${effectiveFrom}`;
export const prioritiesPath = (partnershipId: string, financialYear?: string): string =>
  `${settingsPath(partnershipId)}/priorities${financialYear === undefined ? '' : `/${financialYear}`}`;
export const fundersPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/funders`;

/** For `back` of what is below the settings. */
export const backToSettings = ({ parameters: { partnershipId } }: InPartnership) => ({
  href: settingsPath(partnershipId),
  text: 'Settings',
});
export const backToFunders = ({ parameters: { partnershipId } }: InPartnership) => ({
  href: fundersPath(partnershipId),
  text: 'Funders',
});
