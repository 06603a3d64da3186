import { bind } from '../http/bound.ts';
import { shown } from '../http/reads.ts';
import { accepted, jobFor } from '../jobs/job-for.ts';
import { storedHead } from '../store/at-one-head.ts';
import { verified } from '../store/statement-reader.ts';
import { auditOperations as declared } from './operations.ts';

// Verified in some four seconds, and on a busy machine in ten; what is longer could outlast an answer.
const longestAtOnce = 10_000;

export const auditBounds = [
  bind(declared.verifyJournal, async ({ parameters: { partnershipId }, deadline }, deps) => {
    const { sequence = 0 } = (await storedHead(deps.database, partnershipId)) ?? {};
    if (sequence > longestAtOnce) {
      return accepted(await jobFor(deps, { kind: 'verification', partnershipId, knownAt: sequence }));
    }
    return shown(await verified(deps.database, partnershipId, deadline));
  }),
];
