/** The addresses that pages link to. */
export const partnershipPath = (partnershipId: string): string => `/partnerships/${partnershipId}`;

const below =
  (folder: string) =>
  (partnershipId: string, id: string): string =>
    `${partnershipPath(partnershipId)}/${folder}/${id}`;

export const yearPath = below('years');
export const grantPath = below('grants');
export const awardPath = below('awards');
export const meetingPath = below('meetings');
export const fundPath = below('funds');
export const funderPath = below('funders');
export const entryPath = (partnershipId: string, sequence: number): string =>
  below('journal')(partnershipId, String(sequence));
