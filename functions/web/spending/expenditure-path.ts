import { partnershipPath } from '../page/paths.ts';

export const expenditurePath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/expenditure`;
