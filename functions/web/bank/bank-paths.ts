import { partnershipPath } from '../page/paths.ts';

export const bankPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/bank`;
export const bankLinesPath = (partnershipId: string): string => `${bankPath(partnershipId)}/lines`;
export const bankRecordingPath = (partnershipId: string): string => `${bankPath(partnershipId)}/recording`;
