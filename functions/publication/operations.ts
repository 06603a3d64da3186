import { z } from 'zod';
import { plausibleYear } from '../../domain/financial-year.ts';
import { happened } from '../../domain/plain-date.ts';
import { get, noQuery } from '../http/operation.ts';
import { InPartnership } from '../http/parameters.ts';

const base = '/v1/partnerships/{partnershipId}';
const ofPartnership = { area: 'publication', access: 'member', parameters: InPartnership } as const;

/** The package's own schema is 360Giving's; here stands as much as tells one what to expect. */
const OpenDataAnswer = z
  .looseObject({
    version: z.literal('1.4'),
    grants: z.array(z.looseObject({ id: z.string() })).min(1),
  })
  .meta({
    description:
      'A package of the 360Giving Data Standard 1.4, whose amounts are numbers, as exact decimal literals. A recipient of kind `other` without an `organisationId` may be a person: it is published as “Recipient not named”, with an id of its own for each award. Titles and purposes are published as they were written, so name nobody in them.',
  });

const MemberUpdateAnswer = z.string().meta({
  description:
    'Recipients of kind `other` without an `organisationId` may be persons, and are not named; expenditure appears by category, without its descriptions. Titles, purposes and conditions, and what notes say after “Illustrative:”, are printed as they were written, so name nobody in them.',
});

export const publicationOperations = {
  getOpenData: get({
    ...ofPartnership,
    path: `${base}/open-data/360giving.json`,
    summary: 'All awards as 360Giving open data; not found while there are none, since a package has one at least',
    query: noQuery,
    answer: OpenDataAnswer,
  }),
  getTransparencyList: get({
    ...ofPartnership,
    path: `${base}/open-data/transparency.csv`,
    summary:
      'A year’s awards to voluntary, community and social enterprise bodies, as the Transparency Code wants them',
    query: (limits) => z.strictObject({ financialYear: plausibleYear(limits) }),
    answer: z.string(),
    contentTypes: ['text/csv'],
  }),
  getMemberUpdate: get({
    ...ofPartnership,
    path: `${base}/reports/member-update`,
    summary: 'The funding section of a report to the scrutiny committee, for a period of up to five years',
    query: (limits) => z.strictObject({ from: happened(limits), to: happened(limits) }),
    answer: MemberUpdateAnswer,
    contentTypes: ['text/html', 'text/markdown'],
  }),
};
