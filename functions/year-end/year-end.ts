import { enteredAt } from '../../domain/ledger/entry-place.ts';
import { DomainError } from '../../domain/refusal.ts';
import { makeStatement, wholeYear } from '../../domain/statement/make-statement.ts';
import { certifyYear, reopenYear } from '../../domain/year-end/certify-year.ts';
import { closingChecklist } from '../../domain/year-end/checklist.ts';
import { closeYear } from '../../domain/year-end/close-year.ts';
import { listedYears } from '../../domain/year-end/listed-years.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { shown } from '../http/reads.ts';
import { OutOfTime } from '../store/command.ts';
import { digest } from '../store/digest.ts';
import { kept } from '../store/statement-reader.ts';
import { recordsOfYears } from '../store/years-reader.ts';
import { prepare } from './certification.ts';
import { yearEndOperations as declared } from './operations.ts';

export const yearEndBounds = [
  bind(declared.listYears, async ({ parameters, limits }, { database }) => {
    const state = await recordsOfYears(database, parameters.partnershipId);
    state.partnership();
    return shown({ items: listedYears(state, limits.today) });
  }),
  bind(declared.getClosingChecklist, async ({ parameters, limits, deadline }, { database }) => {
    const { partnershipId, financialYear } = parameters;
    const { state, head } = await kept(database, partnershipId, financialYear, deadline);
    const statement = makeStatement(state, wholeYear(financialYear), head, digest);
    return shown({ items: closingChecklist(state, statement, limits.today) });
  }),
  bind(declared.closeYear, (request, deps) => {
    const { partnershipId, financialYear } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: closeYear(financialYear, request.body),
      type: 'year-closed',
      answer: (entry) => ({ ...entry.facts, ...enteredAt(entry) }),
    });
  }),
  bind(declared.certifyYear, async (request, deps) => {
    const { parameters, body, limits, deadline, query } = request;
    const signing = { ...parameters, body, certifiedOn: limits.today, deadline, isKept: query.dryRun === 'false' };
    for (;;) {
      const prepared = await prepare(deps, signing);
      try {
        return await record(request, deps, {
          partnershipId: parameters.partnershipId,
          decide: certifyYear(parameters.financialYear, body, prepared),
          type: 'year-certified',
          answer: (entry) => ({ ...entry.facts, ...enteredAt(entry) }),
        });
      } catch (error) {
        if (!isOvertaken(error) || body.statementHash !== prepared.statementHash) throw error;
        if (deps.now() >= deadline) throw new OutOfTime('the journal keeps moving', { cause: error });
      }
    }
  }),
  bind(declared.reopenYear, (request, deps) => {
    const { partnershipId, financialYear } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: reopenYear(financialYear, request.body),
      type: 'year-reopened',
      answer: (entry) => ({ ...entry.facts, ...enteredAt(entry) }),
    });
  }),
];

/** The journal went on while the documents were made: what was read still stands, or the next refusal says that it doesn't. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof DomainError && error.refusal.code === 'stale-statement';
