import { recordExpenditure } from '../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund } from '../../domain/fund/open-fund.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { fundEffect } from '../http/present.ts';
import { list } from '../http/reads.ts';
import { grantOperations as declared } from './operations.ts';

/** Direct expenditure, and funds held elsewhere. */
export const spendingBounds = [
  bind(declared.recordExpenditure, (request, deps) =>
    record(request, deps, {
      ...request.parameters,
      decide: recordExpenditure(request.body),
      type: 'expenditure-recorded',
      answer: (entry, view) => ({
        ...entry.facts,
        ...enteredAt(entry),
        ...fundEffect(view, entry.facts.fundId, request.limits.today),
      }),
    }),
  ),
  bind(declared.listExpenditure, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'expenditure', show: (expenditure) => expenditure }),
  ),
  bind(declared.noteSharedFund, (request, deps) =>
    record(request, deps, {
      ...request.parameters,
      decide: noteSharedFund(request.body),
      type: 'shared-fund-noted',
      answer: (entry) => ({ ...entry.facts, ...enteredAt(entry) }),
    }),
  ),
  bind(declared.listSharedFunds, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'sharedFund', show: (sharedFund) => sharedFund }),
  ),
];
