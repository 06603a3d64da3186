import { bind } from '../http/bound.ts';
import { accepted, jobFor } from '../jobs/job-for.ts';
import { headOfJournal } from '../store/at-one-head.ts';
import { packInMemory } from './audit-pack.ts';
import { packOperations as declared } from './operations.ts';
import { packContents } from './pack-contents.ts';

// Made in some three seconds, most of which the documents take; what is longer is a job's.
const longestAtOnce = 2000;

export const packBounds = [
  bind(declared.getAuditPack, async ({ parameters, deadline }, deps) => {
    const { partnershipId, financialYear } = parameters;
    const { sequence: knownAt, hash } = await headOfJournal(deps.database, partnershipId);
    const wanted = { partnershipId, financialYear, knownAt };
    if (knownAt > longestAtOnce) return accepted(await jobFor(deps, { kind: 'audit-pack', ...wanted }));
    return {
      status: 200,
      body: await packInMemory(await packContents(deps, wanted, deadline)),
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${partnershipId}-audit-pack-${financialYear}.zip"`,
        etag: `"${financialYear}-${hash.slice(0, 32)}"`,
      },
    };
  }),
];
