import { createHash } from 'node:crypto';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import { changesBetween } from '../../domain/statement/compare-statements.ts';
import { makeStatement, wholeYear } from '../../domain/statement/make-statement.ts';
import type { YearEndStatement } from '../../domain/statement/statement.ts';
import type { Prepared } from '../../domain/year-end/certify-year.ts';
import type { CertificationBody, Year, YearCertified } from '../../domain/year-end/year.ts';
import type { Deps } from '../http/deps.ts';
import { rendered, statementTypes } from '../statements/formats/formats.ts';
import { digest } from '../store/digest.ts';
import { readEntry } from '../store/items.ts';
import { storedEntries } from '../store/journal-reader.ts';
import { kept } from '../store/statement-reader.ts';

type Signing = {
  readonly partnershipId: string;
  readonly financialYear: string;
  readonly body: CertificationBody;
  readonly certifiedOn: string;
  readonly deadline: number;
  /** Whether the documents are to be kept; a dry run keeps nothing. */
  readonly isKept: boolean;
};

/**
 * What is signed: the statement at the journal's head, with the signature, in every form, each kept under its hash before
 * any entry names it. Where there is nothing to sign, no documents: the decision refuses.
 */
export async function prepare(deps: Deps, signing: Signing): Promise<Prepared> {
  const { partnershipId, financialYear, body, certifiedOn, deadline } = signing;
  const { state, head } = await kept(deps.database, partnershipId, financialYear, deadline);
  const statement = makeStatement(state, wholeYear(financialYear), head, digest);
  const { versions = [] } = state.get('year', financialYear) ?? {};
  const version = versions.length + 1;
  const common = { knownAt: head.sequence, statementHash: statement.statementHash, version, certifiedOn };
  if (statement.status !== 'closed' || statement.statementHash !== body.statementHash) {
    return { ...common, documentHash: '', documents: [] };
  }
  const signed = await signedStatement(deps, signing, statement, versions);
  const documents = await documentsOf(deps, { ...signed, version }, signing.isKept);
  return { ...common, documents, documentHash: documents[0]?.hash ?? '' };
}

/** The statement as certified: with who signed it, and what changed since it was last signed. */
async function signedStatement(
  deps: Deps,
  { body: { statementHash: _, ...signature }, certifiedOn, ...signing }: Signing,
  statement: YearEndStatement,
  versions: Year['versions'],
): Promise<YearEndStatement> {
  const last = versions.at(-1);
  const changes = last === undefined ? undefined : await changesSince(deps, signing, last, statement);
  const certification = { ...signature, certifiedOn };
  const integrity = { ...statement.integrity, certification, ...(changes === undefined ? {} : { changes }) };
  return { ...statement, status: 'certified', integrity };
}

async function changesSince(
  { database, documents }: Deps,
  { partnershipId, deadline }: Pick<Signing, 'partnershipId' | 'deadline'>,
  { knownAt, documentHash }: Year['versions'][number],
  statement: YearEndStatement,
): Promise<YearEndStatement['integrity']['changes']> {
  const before: unknown = JSON.parse((await documents.kept(documentHash)).toString('utf8'));
  const entries: JournalEntry[] = [];
  const items = storedEntries(database, partnershipId, statement.knownAt, deadline, knownAt + 1);
  for await (const { item } of items) entries.push(readEntry(item));
  return changesBetween(before, statement, entries);
}

/** Every form of the signed statement, JSON first. */
async function documentsOf(
  { documents }: Deps,
  statement: YearEndStatement,
  isKept: boolean,
): Promise<YearCertified['documents']> {
  const made: { contentType: string; hash: string }[] = [];
  for (const contentType of statementTypes) {
    const bytes = await rendered(statement, contentType);
    const hash = isKept ? await documents.keep(bytes, contentType) : createHash('sha256').update(bytes).digest('hex');
    made.push({ contentType, hash });
  }
  return made;
}
