import { endOf, isWithin } from '../../domain/financial-year.ts';
import { makeStatement } from '../../domain/statement/make-statement.ts';
import { bind } from '../http/bound.ts';
import type { Deps } from '../http/deps.ts';
import { sequenceKnown } from '../http/known-at.ts';
import { page, pageStart } from '../http/reads.ts';
import { invalid } from '../http/request.ts';
import { headOfJournal } from '../store/at-one-head.ts';
import { digest } from '../store/digest.ts';
import { type AsKnown, kept, recomputed } from '../store/statement-reader.ts';
import { certifiedDocument, versionsOf, withChanges } from './certified-versions.ts';
import { documentAnswer, formAnswer, formOf } from './forms.ts';
import { statementOperations as declared } from './operations.ts';

export const statementBounds = [
  bind(declared.getStatement, async ({ parameters, query, deadline, contentType }, deps) => {
    const { partnershipId, financialYear } = parameters;
    const { asOf = endOf(financialYear), knownAt, version } = query;
    const form = formOf(contentType);
    if (version !== undefined) {
      if (query.asOf ?? knownAt) throw invalid([{ pointer: '/query/version', detail: 'A version has its own date.' }]);
      return documentAnswer(await certifiedDocument(deps, parameters, Number(version), form));
    }
    if (!isWithin(financialYear, asOf)) {
      throw invalid([{ pointer: '/query/asOf', detail: `Write a date of the financial year ${financialYear}.` }]);
    }
    const { state, head } =
      knownAt === undefined && asOf === endOf(financialYear)
        ? await kept(deps.database, partnershipId, financialYear, deadline)
        : await asKnown(deps, partnershipId, { knownAt, asOf, deadline });
    return formAnswer(makeStatement(state, { financialYear, asOf }, head, digest), form);
  }),
  bind(declared.listStatements, async (request, deps) => {
    const after = Number(pageStart(request, deps) ?? 0);
    const limit = Number(request.query.limit);
    const versions = await versionsOf(deps, request.parameters);
    const own = versions.filter(({ version }) => version > after).slice(0, limit);
    // One after the other, since each is a whole statement.
    const items: object[] = [];
    for (const version of own) items.push(await withChanges(deps, request.parameters, version));
    const last = own.at(-1)?.version ?? 0;
    return page(request, deps, items, last < versions.length && last > 0 ? String(last) : undefined);
  }),
];

type Asked = { readonly knownAt: string | undefined; readonly asOf: string; readonly deadline: number };

/** The partnership as the journal alone makes it, at the entry asked for, or at its head. */
async function asKnown(
  { database }: Deps,
  partnershipId: string,
  { knownAt, asOf, deadline }: Asked,
): Promise<AsKnown> {
  const sequence = sequenceKnown(knownAt, await headOfJournal(database, partnershipId));
  return recomputed(database, partnershipId, sequence, asOf, deadline);
}
