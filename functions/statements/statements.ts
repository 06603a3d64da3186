import { endOf, isWithin } from '../../domain/financial-year.ts';
import { makeStatement } from '../../domain/statement/make-statement.ts';
import { type Answer, bind } from '../http/bound.ts';
import { shown } from '../http/reads.ts';
import { invalid } from '../http/request.ts';
import { headOfJournal } from '../store/at-one-head.ts';
import { digest } from '../store/digest.ts';
import { kept, recomputed, verified } from '../store/statement-reader.ts';
import { statementOperations as declared } from './operations.ts';

export const statementBounds = [
  bind(declared.getStatement, async ({ parameters, query, deadline }, { database }) => {
    const { partnershipId, financialYear } = parameters;
    const { asOf = endOf(financialYear) } = query;
    if (!isWithin(financialYear, asOf)) {
      throw invalid([{ pointer: '/query/asOf', detail: `Write a date of the financial year ${financialYear}.` }]);
    }
    const period = { financialYear, asOf };
    if (query.knownAt === undefined && asOf === endOf(financialYear)) {
      const { state, head } = await kept(database, partnershipId, financialYear, deadline);
      return statementAnswer(makeStatement(state, period, head, digest));
    }
    const { sequence } = await headOfJournal(database, partnershipId);
    const knownAt = Number(query.knownAt ?? sequence);
    if (knownAt > sequence) {
      throw invalid([{ pointer: '/query/knownAt', detail: `The journal ends at entry ${sequence}.` }]);
    }
    const { state, head } = await recomputed(database, partnershipId, knownAt, asOf, deadline);
    return statementAnswer(makeStatement(state, period, head, digest));
  }),
  bind(declared.verifyJournal, async ({ parameters, deadline }, { database }) =>
    shown(await verified(database, parameters.partnershipId, deadline)),
  ),
];

/** Statements come in more forms than one. */
function statementAnswer(statement: object): Answer {
  const answer = shown(statement);
  return { ...answer, headers: { ...answer.headers, vary: 'Accept' } };
}
