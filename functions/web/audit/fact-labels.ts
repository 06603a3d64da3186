/** What the members of facts are called where their own names, taken apart, don't say it. */
const labels: Readonly<Record<string, string>> = {
  id: 'Id',
  subject: 'Login',
  deferredTo: 'Put off to',
  viceChair: 'Vice-chair',
  topSlices: 'Top-slices',
  chairsActionLimit: 'Chair’s action limit',
  overCommitmentPercent: 'Over-commitment, in percent of the balance',
  overCommitment: 'Over-commitment',
  ratificationDays: 'Days to ratify',
  retentionYears: 'Years that records are kept',
  moneyTest: 'Money there was',
  uncommittedBefore: 'Uncommitted before',
  bank: 'In the bank',
  receivables: 'Owed to the fund',
  repayables: 'Owed by the fund',
  knownAt: 'Journal read up to',
  limit: 'Limit in the terms of reference',
  ratifyBy: 'To be ratified by',
  present: 'Present',
  presiding: 'Presiding',
  quorum: 'Quorum',
  authorities: 'Authorities that counted',
  originalOn: 'Date of the entry it reverses',
  organisationId: 'Organisation id',
  financialYear: 'Financial year',
  financialYears: 'Financial years',
  released: 'Released',
  areaCount: 'Number of areas',
  previous: 'The variation before',
};

/** One of a list. */
const singular: Readonly<Record<string, string>> = {
  responsibleAuthorities: 'Responsible authority',
  receivables: 'Owed to the fund',
  repayables: 'Owed by the fund',
  items: 'Priority',
  present: 'Present',
};

/** `amountRequested` is "Amount requested", `awardId` is "Award". */
export function labelOf(member: string): string {
  const known = labels[member];
  if (known !== undefined) return known;
  const words = member
    .replace(/Id$/, '')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export const lowerFirst = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

export const oneOf = (member: string): string => singular[member] ?? labelOf(member).replace(/s$/, '');

/** Members whose values are chosen from few words, and not written by anybody. */
const chosen: ReadonlySet<string> = new Set([
  'kind',
  'outcome',
  'treatment',
  'restriction',
  'underspend',
  'contentType',
]);

const chosenWords: Readonly<Record<string, string>> = {
  'core-allocation': 'Core allocation',
  'carry-forward': 'Carried forward',
  return: 'Returned to the funder',
  'responsible-authority': 'Responsible authority',
  'public-body': 'Public body',
  vcse: 'Voluntary, community or social enterprise',
};

/** The words of a value that is one of few; nothing where somebody wrote it. */
export function chosenWord(member: string, value: string): string | undefined {
  const isNature = member === 'nature' && (value === 'revenue' || value === 'capital');
  if (!chosen.has(member) && !isNature) return undefined;
  return chosenWords[value] ?? (member === 'contentType' ? value : labelOf(value));
}
