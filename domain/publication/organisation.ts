import type { Award } from '../award/award.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { mayBePerson, publishedName } from './recipient-name.ts';

/** An organisation as 360Giving has it. */
export type Organisation = {
  readonly id: string;
  readonly name: string;
  readonly department?: string;
  readonly charityNumber?: string;
  readonly companyNumber?: string;
};

/**
 * What the ids of a partnership begin with. Publishers get a prefix of their own from 360Giving; the partnership's id is
 * the one name that never changes, and stands in its place.
 */
export const prefixOf = ({ id }: Pick<Partnership, 'id'>): string => `360G-${id}`;

/** The council that holds the money, for the partnership. */
export const fundingOrganisation = (partnership: Partnership): Organisation => ({
  id: hostId(partnership),
  name: partnership.hostAuthority.name,
  department: partnership.name,
});

/** One that may be a person has another id with each award, so that nobody can tell which ones are of the same. */
export function recipientOrganisation(
  { id: awardId, recipient }: Pick<Award, 'id' | 'recipient'>,
  partnership: Partnership,
): Organisation {
  const name = publishedName(recipient);
  if (mayBePerson(recipient)) return { id: internalId(partnership, `recipient-of-${awardId}`), name };
  const { authorityId, organisationId } = recipient;
  const known = authorityId === partnership.hostAuthority.id ? hostId(partnership) : undefined;
  return {
    id: organisationId ?? known ?? internalId(partnership, authorityId ?? slugOf(name)),
    name,
    ...(organisationId === undefined ? {} : registeredAs(organisationId)),
  };
}

const hostId = (partnership: Partnership): string =>
  partnership.hostAuthority.organisationId ?? internalId(partnership, partnership.hostAuthority.id);

/** Where no register knows an organisation, the standard wants the publisher's prefix and an id of its own. */
const internalId = (partnership: Partnership, id: string): string => `${prefixOf(partnership)}-org:${id}`;

/** The same for names that differ in case, accents and punctuation alone; never nothing. */
function slugOf(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = letters
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? [...name].map((character) => character.codePointAt(0)?.toString(16)).join('-') : slug;
}

const charities = /^GB-(?:CHC|SC|NIC)-(.+)$/;
const companies = /^GB-COH-(.+)$/;
const mutuals = /^GB-MPR-(.+)$/;

const registeredAs = (organisationId: string): Pick<Organisation, 'charityNumber' | 'companyNumber'> => {
  const charityNumber = charities.exec(organisationId)?.[1];
  const companyNumber = companies.exec(organisationId)?.[1];
  return {
    ...(charityNumber === undefined ? {} : { charityNumber }),
    ...(companyNumber === undefined ? {} : { companyNumber }),
  };
};

/** The number alone, of those registers on which voluntary and community bodies stand; leading zeros belong to it. */
export const registrationNumber = (organisationId: string | undefined): string =>
  [charities, companies, mutuals].flatMap((register) => register.exec(organisationId ?? '')?.[1] ?? [])[0] ?? '';
