import { enteredAt } from '../../domain/ledger/entry-place.ts';
import { makeStatement, wholeYear } from '../../domain/statement/make-statement.ts';
import { reopenYear } from '../../domain/year-end/certify-year.ts';
import { closingChecklist } from '../../domain/year-end/checklist.ts';
import { closeYear } from '../../domain/year-end/close-year.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { shown } from '../http/reads.ts';
import { digest } from '../store/digest.ts';
import { kept } from '../store/statement-reader.ts';
import { yearEndOperations as declared } from './operations.ts';

export const yearEndBounds = [
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
