import { plausibleYear } from '../../domain/financial-year.ts';
import { nameFunder, setPriorities, setTerms } from '../../domain/partnership/set-up.ts';
import { planned } from '../../domain/plain-date.ts';
import { found, refuse } from '../../domain/refusal.ts';
import { bind, type Event } from '../http/bound.ts';
import { replace } from '../http/commands.ts';
import type { Deps } from '../http/deps.ts';
import { revisionTag } from '../http/etag.ts';
import type { Operation } from '../http/operation.ts';
import { withoutRevision } from '../http/present.ts';
import { getRecord, list, shown } from '../http/reads.ts';
import { header, parsed } from '../http/request.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { partnershipOperations } from './operations.ts';

type Replaced = 'terms' | 'priorities' | 'funder';

/** What is PUT without If-Match and exists is refused for that first, whatever else is wrong with the request. */
const unlessThere =
  ({ parameters }: Pick<Operation, 'parameters'>, type: Replaced, parameter: string) =>
  async (event: Event, deps: Deps): Promise<void> => {
    const { partnershipId = '', [parameter]: id = '' } = event.pathParameters ?? {};
    // There is nothing at an address that cannot be; and a key as long as a path is more than the database takes.
    if (header(event, 'if-match') !== undefined || !parameters.safeParse(event.pathParameters).success) return;
    const reader = new LedgerReader(deps.database, partnershipId);
    await reader.lookUp([{ record: type, id }]);
    if (reader.state.get(type, id) !== undefined) refuse({ code: 'revision-required' });
  };

export const termsBounds = [
  bind(
    partnershipOperations.putTermsOfReference,
    (request, deps) => {
      const { partnershipId, effectiveFrom } = request.parameters;
      parsed(planned(request.limits), effectiveFrom, ['path', 'effectiveFrom']);
      return replace(request, deps, {
        partnershipId,
        decide: (expected) => setTerms(effectiveFrom, request.body, expected),
        answer: (view) => withoutRevision(found(view.get('terms', effectiveFrom), 'terms of reference', effectiveFrom)),
      });
    },
    unlessThere(partnershipOperations.putTermsOfReference, 'terms', 'effectiveFrom'),
  ),
  bind(partnershipOperations.getTermsOfReference, async ({ parameters }, deps) => {
    const { partnershipId, effectiveFrom } = parameters;
    const sought = { type: 'terms', id: effectiveFrom, subject: 'terms of reference' } as const;
    const terms = await getRecord(deps, partnershipId, sought);
    return shown(withoutRevision(terms), revisionTag(terms.revision));
  }),
  bind(partnershipOperations.listTermsOfReference, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'terms', show: withoutRevision }),
  ),
];

export const prioritiesBounds = [
  bind(
    partnershipOperations.putPriorities,
    (request, deps) => {
      const { partnershipId, financialYear } = request.parameters;
      parsed(plausibleYear(request.limits), financialYear, ['path', 'financialYear']);
      return replace(request, deps, {
        partnershipId,
        decide: (expected) => setPriorities(financialYear, request.body, expected),
        answer: (view) => withoutRevision(found(view.get('priorities', financialYear), 'priorities', financialYear)),
      });
    },
    unlessThere(partnershipOperations.putPriorities, 'priorities', 'financialYear'),
  ),
  bind(partnershipOperations.getPriorities, async ({ parameters }, deps) => {
    const { partnershipId, financialYear } = parameters;
    const sought = { type: 'priorities', id: financialYear, subject: 'priorities of' } as const;
    const priorities = await getRecord(deps, partnershipId, sought);
    return shown(withoutRevision(priorities), revisionTag(priorities.revision));
  }),
];

export const funderBounds = [
  bind(
    partnershipOperations.putFunder,
    (request, deps) => {
      const { partnershipId, funderId } = request.parameters;
      return replace(request, deps, {
        partnershipId,
        decide: (expected) => nameFunder(funderId, request.body, expected),
        answer: (view) => withoutRevision(found(view.get('funder', funderId), 'funder', funderId)),
      });
    },
    unlessThere(partnershipOperations.putFunder, 'funder', 'funderId'),
  ),
  bind(partnershipOperations.getFunder, async ({ parameters }, deps) => {
    const { partnershipId, funderId } = parameters;
    const funder = await getRecord(deps, partnershipId, { type: 'funder', id: funderId, subject: 'funder' });
    return shown(withoutRevision(funder), revisionTag(funder.revision));
  }),
  bind(partnershipOperations.listFunders, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'funder', show: withoutRevision }),
  ),
];
