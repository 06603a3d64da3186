import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { note, Organisation, Prose, Slug, Title } from '../text.ts';

export const mostFunds = 30;

/** An organisation identifier as 360Giving writes it: `GB-LAE-MAL`, `GB-CHC-…`, `GB-COH-…`. */
export const OrganisationId = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{2,12}-[A-Za-z0-9./-]{1,60}$/, 'Write an organisation identifier such as GB-LAE-MAL.');

const HostAuthority = z.strictObject({ id: Slug, name: Title, organisationId: OrganisationId.exactOptional() });
const ResponsibleAuthorities = z
  .array(Organisation)
  .min(1)
  .max(50)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Name each authority once.');

export const Quorum = z.int().min(1).max(50);

/** A community safety partnership, the council that holds its money and its responsible authorities. */
export const PartnershipCreated = z.strictObject({
  id: Slug.refine((id) => id !== 'platform', '"platform" is reserved.'),
  name: Title,
  hostAuthority: HostAuthority,
  responsibleAuthorities: ResponsibleAuthorities,
  quorum: Quorum,
  ...note,
});
export type PartnershipCreated = z.infer<typeof PartnershipCreated>;

export const PartnershipBody = PartnershipCreated.refine(
  ({ quorum, responsibleAuthorities }) => quorum <= responsibleAuthorities.length,
  { path: ['quorum'], error: 'The quorum is more than there are responsible authorities.' },
);

export const Partnership = z.strictObject({
  id: Slug,
  name: Title,
  hostAuthority: HostAuthority,
  responsibleAuthorities: ResponsibleAuthorities,
  note: Prose.exactOptional(),
  fundIds: z.array(Slug),
  /** To which nothing can be posted, oldest first; left out while none is. */
  closedYears: z.array(FinancialYear).min(1).exactOptional(),
});
export type Partnership = z.infer<typeof Partnership>;

export const closedYearsOf = ({ closedYears = [] }: Partnership): readonly FinancialYear[] => closedYears;
