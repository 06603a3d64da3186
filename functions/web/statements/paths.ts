import { partnershipPath, yearPath } from '../page/paths.ts';

/** The addresses of what a year's end leaves behind. */
export const statementsPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/statements`;
export const statementPath = (partnershipId: string, year: string): string =>
  `${yearPath(partnershipId, year)}/statement`;
export const versionsPath = (partnershipId: string, year: string): string =>
  `${yearPath(partnershipId, year)}/versions`;
export const packPath = (partnershipId: string, year: string): string => `${yearPath(partnershipId, year)}/audit-pack`;
export const openDataPath = (partnershipId: string): string => `${partnershipPath(partnershipId)}/open-data`;
export const memberUpdatePath = (partnershipId: string): string =>
  `${partnershipPath(partnershipId)}/reports/member-update`;

/** An address with what is asked there; what is not asked is left out. */
export function asking(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(asked)) if (value !== undefined) query.set(key, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
